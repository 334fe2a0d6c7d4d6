/** "Add to cart" on a card: the cart slides in beside the results, which stay as they are. */
export function quickAdd(document) {
  const drawer = document.querySelector('#cart-drawer')
  let opener = null

  const close = () => {
    drawer.hidden = true
    opener?.focus()
    opener = null
  }
  const showCount = () => {
    const items = drawer.querySelector('.drawer-total')?.textContent.match(/\d+/)?.[0]
    const count = document.querySelector('[data-cart-count]')
    if (items && count.firstChild) count.firstChild.textContent = items
  }
  document.addEventListener('submit', async (event) => {
    const form = event.target
    if (!form.matches('.quick-add')) return
    event.preventDefault()
    opener = form.querySelector('button')
    const answer = await fetch(form.action, {
      method: 'POST',
      body: new URLSearchParams(new FormData(form)),
      headers: { 'x-fragment': '1' },
    })
    if (!answer.ok) return form.submit()
    drawer.innerHTML = await answer.text()
    drawer.hidden = false
    showCount()
    drawer.querySelector('[data-close]').focus()
  })
  drawer.addEventListener('click', (event) => {
    if (!event.target.closest('[data-close]')) return
    event.preventDefault()
    if (new URLSearchParams(location.search).has('added')) location.replace(event.target.closest('[data-close]').href)
    else close()
  })
  drawer.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close()
  })
}
