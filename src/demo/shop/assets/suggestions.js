/** Search suggestions as a combobox with a listbox, by the ARIA Authoring Practices. */
export function suggestions(document) {
  const input = document.querySelector('#search-input')
  const list = document.querySelector('#suggestions')
  let active = -1
  let asked = 0
  input.setAttribute('role', 'combobox')
  input.setAttribute('aria-autocomplete', 'list')
  input.setAttribute('aria-controls', list.id)
  input.setAttribute('aria-expanded', 'false')

  const close = () => {
    list.hidden = true
    list.replaceChildren()
    active = -1
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }
  const choose = (text) => {
    input.value = text
    close()
    input.form.requestSubmit()
  }
  const mark = (index) => {
    const options = [...list.children]
    active = (index + options.length) % options.length
    for (const [at, option] of options.entries()) option.setAttribute('aria-selected', String(at === active))
    input.setAttribute('aria-activedescendant', options[active].id)
  }
  const show = (typed, texts) => {
    list.dataset.query = typed
    list.replaceChildren(
      ...texts.map((text, index) => {
        const option = document.createElement('li')
        option.id = `suggestion-${index}`
        option.role = 'option'
        option.setAttribute('aria-selected', 'false')
        option.textContent = text
        return option
      }),
    )
    list.hidden = texts.length === 0
    active = -1
    input.setAttribute('aria-expanded', String(texts.length > 0))
  }

  input.addEventListener('input', async () => {
    asked += 1
    const mine = asked
    const typed = input.value.trim()
    if (typed.length < 2) return close()
    const answer = await fetch(`/api/suggest?q=${encodeURIComponent(typed)}`)
    const texts = await answer.json()
    if (mine === asked && document.activeElement === input) show(typed, texts)
  })
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close()
    if (list.hidden) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      mark(event.key === 'ArrowDown' ? active + 1 : active - (active < 0 ? 0 : 1))
    }
    if (event.key === 'Enter' && active >= 0) {
      event.preventDefault()
      choose(list.children[active].textContent)
    }
  })
  input.addEventListener('blur', () => {
    asked += 1
    close()
  })
  // The field would lose the focus, and the list close, before the click.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  list.addEventListener('click', (event) => {
    const option = event.target.closest('[role=option]')
    if (option) choose(option.textContent)
  })
}
