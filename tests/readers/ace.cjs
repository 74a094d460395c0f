// Ace on several books in one process: `node ace.cjs FOLDER BOOK…` prints one line of JSON a book.
const path = require("path")
require("winston").configure({ silent: true })
const ace = require("@daisy/ace-core")
const runner = require("@daisy/ace-axe-runner-puppeteer")

async function judge([folder, ...books]) {
  for (const book of books) {
    const outdir = path.join(folder, path.basename(book))
    const [, report] = await ace(book, { cwd: process.cwd(), outdir, tmpdir: path.join(outdir, "tmp") }, runner)
    const found = report.assertions.flatMap(of => of.assertions.map(one => (
      `${of["earl:testSubject"].url}: ${one["earl:test"]["dct:title"]} (${one["earl:test"]["earl:impact"]})`)))
    process.stdout.write(JSON.stringify({ book, outcome: report["earl:result"]["earl:outcome"], found }) + "\n")
  }
}

judge(process.argv.slice(2)).then(() => process.exit(0), error => { console.error(error); process.exit(1) })
