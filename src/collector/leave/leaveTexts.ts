/** The words of the page that an uninstalled extension leads to. `$1` is filled in. */
export interface LeaveTexts {
  title: string
  /** $1: the study's title. */
  gone: string
  /** $1: days. */
  still: string
  button: string
  working: string
  /** $1: how many items. */
  done: string
  receipt: string
  save: string
  nothing: string
  incomplete: string
  failed: string
  /** $1: name and address of the researcher. */
  questions: string
  noscript: string
}

/** By language; the page is served in the one that the browser prefers. */
export const leaveTexts: Readonly<Record<string, LeaveTexts>> = {
  en: {
    title: 'You have removed Shoptrace',
    gone: 'Nothing more is recorded. What Shoptrace kept on your device for “$1” is gone.',
    still:
      'What was sent to the study before is still at its collector. You can have it deleted now. If you do nothing, it is deleted after $1 days.',
    button: 'Delete my data',
    working: 'Deleting …',
    done: 'Your data is deleted ($1 items). You have left the study.',
    receipt: 'This is the collector’s signed receipt. Keep it if you like.',
    save: 'Save the receipt',
    nothing: 'The collector has nothing of yours. There is nothing to delete.',
    incomplete: 'This address is not complete, so nothing can be deleted here. Please write to the researcher.',
    failed: 'That did not work. Your data is still there. Please try again later, or write to the researcher.',
    questions: 'Questions? Write to $1.',
    noscript: 'This page needs JavaScript to have your data deleted. You can also write to the researcher.',
  },
  es: {
    title: 'Ha quitado Shoptrace',
    gone: 'Ya no se registra nada más. Lo que Shoptrace guardaba en su dispositivo para «$1» ya no está.',
    still:
      'Lo que se envió antes al estudio sigue en su servidor. Puede pedir ahora que se borre. Si no hace nada, se borra después de $1 días.',
    button: 'Borrar mis datos',
    working: 'Borrando …',
    done: 'Sus datos están borrados ($1 elementos). Ha salido del estudio.',
    receipt: 'Este es el recibo firmado del servidor. Guárdelo si quiere.',
    save: 'Guardar el recibo',
    nothing: 'El servidor no tiene nada suyo. No hay nada que borrar.',
    incomplete: 'Esta dirección no está completa, así que aquí no se puede borrar nada. Escriba a los investigadores.',
    failed: 'No ha funcionado. Sus datos siguen ahí. Inténtelo más tarde o escriba a los investigadores.',
    questions: '¿Preguntas? Escriba a $1.',
    noscript: 'Esta página necesita JavaScript para borrar sus datos. También puede escribir a los investigadores.',
  },
  de: {
    title: 'Sie haben Shoptrace entfernt',
    gone: 'Es wird nichts mehr aufgezeichnet. Was Shoptrace für „$1“ auf Ihrem Gerät hatte, ist weg.',
    still:
      'Was vorher an die Studie gesendet wurde, liegt noch auf ihrem Server. Sie können es jetzt löschen lassen. Wenn Sie nichts tun, wird es nach $1 Tagen gelöscht.',
    button: 'Meine Daten löschen',
    working: 'Wird gelöscht …',
    done: 'Ihre Daten sind gelöscht ($1 Einträge). Sie nehmen nicht mehr an der Studie teil.',
    receipt: 'Dies ist die unterschriebene Quittung des Servers. Heben Sie sie auf, wenn Sie möchten.',
    save: 'Quittung speichern',
    nothing: 'Der Server hat nichts von Ihnen. Es gibt nichts zu löschen.',
    incomplete:
      'Diese Adresse ist nicht vollständig; hier kann nichts gelöscht werden. Bitte schreiben Sie den Forschenden.',
    failed:
      'Das hat nicht geklappt. Ihre Daten sind noch da. Bitte versuchen Sie es später, oder schreiben Sie den Forschenden.',
    questions: 'Fragen? Schreiben Sie an $1.',
    noscript: 'Diese Seite braucht JavaScript, um Ihre Daten zu löschen. Sie können auch den Forschenden schreiben.',
  },
  'zh-CN': {
    title: '您已移除 Shoptrace',
    gone: '不会再记录任何内容。Shoptrace 在您设备上为“$1”保存的内容已删除。',
    still: '之前发送给研究的数据仍在收集服务器上。您现在可以要求删除。如果您什么都不做，数据将在 $1 天后删除。',
    button: '删除我的数据',
    working: '正在删除……',
    done: '您的数据已删除（$1 项）。您已退出研究。',
    receipt: '这是收集服务器签名的回执。您可以保存它。',
    save: '保存回执',
    nothing: '收集服务器没有您的任何数据，无需删除。',
    incomplete: '这个地址不完整，无法在此删除。请写信给研究人员。',
    failed: '没有成功，您的数据仍在。请稍后再试，或写信给研究人员。',
    questions: '有问题？请写信给 $1。',
    noscript: '此页面需要 JavaScript 才能删除您的数据。您也可以写信给研究人员。',
  },
}

/** The language of `leaveTexts` that an `Accept-Language` header prefers; English where it prefers none. */
export function pickLeaveLanguage(header: string | undefined): string {
  const wishes = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = Number(parameters.find((one) => one.trim().startsWith('q='))?.split('=')[1] ?? 1)
      return { tag, quality: Number.isNaN(quality) ? 0 : quality }
    })
    .sort((a, b) => b.quality - a.quality)
  for (const { tag, quality } of wishes) {
    if (quality <= 0) continue
    const found = Object.keys(leaveTexts).find((one) => one.split('-')[0] === tag.split('-')[0])
    if (found) return found
  }
  return 'en'
}
