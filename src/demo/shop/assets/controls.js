/** Minus and plus beside a quantity. */
export function steppers(document) {
  for (const stepper of document.querySelectorAll('[data-stepper]')) {
    const input = stepper.querySelector('input')
    for (const button of stepper.querySelectorAll('button')) {
      button.hidden = false
      button.addEventListener('click', () => {
        const wanted = Number(input.value) + Number(button.dataset.by)
        input.value = String(Math.min(Number(input.max), Math.max(Number(input.min), wanted)))
      })
    }
  }
}

/** Buttons that turn a row of products by about a screenful. */
export function carousels(document) {
  for (const carousel of document.querySelectorAll('[data-carousel]')) {
    const row = carousel.querySelector('.row')
    carousel.querySelector('.carousel-buttons').hidden = row.scrollWidth <= row.clientWidth
    for (const button of carousel.querySelectorAll('[data-step]'))
      button.addEventListener('click', () =>
        row.scrollBy({ left: Number(button.dataset.step) * row.clientWidth * 0.8 }),
      )
  }
}

/** Thumbnails, and the picture in the colour chosen. */
export function gallery(document) {
  const box = document.querySelector('[data-gallery]')
  if (!box) return
  const main = box.querySelector('.gallery-main')
  const thumbs = [...box.querySelectorAll('[data-view]')]
  const turn = (image, colour, view) => {
    image.src = image.src.replace(/-([a-z]+)-(\d)\.svg/, (_, own, at) => `-${colour ?? own}-${view ?? at}.svg`)
  }
  for (const thumb of thumbs)
    thumb.addEventListener('click', () => {
      turn(main, undefined, thumb.dataset.view)
      for (const other of thumbs) other.setAttribute('aria-pressed', String(other === thumb))
    })
  for (const radio of document.querySelectorAll('input[data-colour]'))
    radio.addEventListener('change', () => {
      for (const image of box.querySelectorAll('img')) turn(image, radio.value)
      document.querySelector('[data-colour-name]').textContent = radio.dataset.colour
    })
}

/** "Helpful" without leaving the page. */
export function helpful(document) {
  for (const form of document.querySelectorAll('form[data-helpful]'))
    form.addEventListener('submit', async (event) => {
      event.preventDefault()
      const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) })
      if (!answer.ok) return form.submit()
      const button = form.querySelector('button')
      const text = form.querySelector('[data-count]')
      const on = button.getAttribute('aria-pressed') !== 'true'
      const count = Number(text.dataset.count) + (on ? 1 : -1)
      button.setAttribute('aria-pressed', String(on))
      text.dataset.count = String(count)
      text.textContent = `${count === 1 ? '1 person' : `${count} people`} found this helpful`
    })
}

/** Filters start closed where they would push the results off the screen. */
export function filters(document) {
  const details = document.querySelector('.filters')
  if (details && matchMedia('(width < 56rem)').matches) details.open = false
}

/** Forms that go as soon as something in them is chosen. */
export function autoSubmit(document) {
  for (const form of document.querySelectorAll('form[data-auto]')) {
    for (const button of form.querySelectorAll('[data-auto-button]')) button.hidden = true
    form.addEventListener('change', () => form.requestSubmit())
  }
}
