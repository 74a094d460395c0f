// Where things of an open document stand in the window, in px, for any reader that shows it in a frame.

const within = (doc, box) => {
  const frame = doc.defaultView.frameElement.getBoundingClientRect()
  return { left: frame.left + box.left, right: frame.left + box.right, top: frame.top + box.top, bottom: frame.top + box.bottom }
}

function* texts(doc) {
  const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT)
  for (let node; (node = walker.nextNode());) if (node.data.trim().length > 1) yield node
}

function first_letter(doc, node) {
  const range = doc.createRange(), at = node.data.search(/\p{L}|\p{N}/u)
  range.setStart(node, Math.max(at, 0)); range.setEnd(node, Math.max(at, 0) + 1)
  return within(doc, range.getBoundingClientRect())
}

/** The box of the n-th element a selector finds. */
export const box = (doc, selector, n = 0) => within(doc, doc.querySelectorAll(selector)[n].getClientRects()[0])

/** The box of the first letter of the n-th text of the document. */
export const place = (doc, n) => first_letter(doc, [...texts(doc)][n])

/** The number of the first text that begins in the window; -1 if none does. */
export const begins = doc => [...texts(doc)].findIndex(node => {
  const at = first_letter(doc, node)
  return at.left >= 0 && at.right <= innerWidth && at.top >= 0 && at.bottom <= innerHeight && at.right > at.left
})

/** The first line of the first paragraph: its edges and those of the paragraph's own box, and how text runs in it. */
export function line(doc, selector) {
  const paragraph = doc.querySelector(selector), range = doc.createRange()
  range.selectNodeContents(paragraph)
  const style = doc.defaultView.getComputedStyle(paragraph), block = box(doc, selector)
  const rows = [...range.getClientRects()].map(row => within(doc, row))
  const top = rows.filter(row => Math.abs(row.bottom - rows[0].bottom) < rows[0].bottom - rows[0].top
    && row.left >= block.left - 1 && row.right <= block.right + 1)
  return {
    direction: style.direction, align: style.textAlign, block,
    left: Math.min(...top.map(row => row.left)), right: Math.max(...top.map(row => row.right)),
  }
}

export const settled = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))

/** Texts of this page that its edges cut: at the sides, `edge` px inside the window, or above or below it. */
export const cut = (doc, edge = 0) => [...texts(doc)].filter(node => {
  const range = doc.createRange()
  range.selectNodeContents(node)
  if (doc.defaultView.getComputedStyle(node.parentElement).clipPath !== "none" || node.parentElement.closest("thead")) return false
  return [...range.getClientRects()].some(row => {
    const { left, right, top, bottom } = within(doc, row), middle = (top + bottom) / 2
    if (right - left < 2 || left >= innerWidth - edge - 1 || right <= edge + 1) return false
    return left < edge - 1 || right > innerWidth - edge + 1 || middle < 0 || middle > innerHeight
  })
}).map(node => node.data.trim().slice(0, 40))
