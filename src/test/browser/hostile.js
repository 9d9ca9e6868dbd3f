/** Texts that try to become script, a request or another text: made from a seed, each different from the one before. */

const CALL = (n) => `__owned(${n})`;
const URLS = ['javascript:', 'JaVaScRiPt:', ' javascript:', 'java\tscript:', '\u0001javascript:', 'vbscript:', 'data:text/html,<script>', 'data:text/html;base64,', 'blob:', 'javascript&colon;', 'view-source:'];
const TAGS = ['img', 'video', 'audio', 'iframe', 'object', 'embed', 'body', 'input', 'details', 'marquee', 'link', 'meta', 'base', 'form', 'button', 'template', 'style', 'frameset', 'portal'];
const EVENTS = ['onerror', 'onload', 'onfocus', 'onclick', 'ontoggle', 'onmouseover', 'onanimationstart', 'onbegin', 'onpointerenter', 'onbeforeinput'];
const FOREIGN = ['https://foreign.example/', '//foreign.example/', 'http://127.0.0.2:9/', '\\\\foreign.example\\'];
const WORDS = ['hej', 'bygglov', 'إخلاء', 'päiväkoti', 'نص', 'räksmörgås', '数字', '🙂'];
const ALONE = ['\ud800', '\udfff', '\ud83d', 'a\udc00b'];

/** Kinds of payloads; each makes the n-th text of a run. */
const KINDS = {
  script: (c, n) => `${c.pick(['', '"', "'", '`', '">', "'>", '</title>', '</textarea>', '</script>', '-->', ']]>'])}<${c.pick(['script', 'SCRIPT', 'script/x', 'scr\0ipt', 'script src=//foreign.example/x.js'])}>${CALL(n)}</script>`,
  handler: (c, n) => `${c.pick(['', '">', "'>"])}<${c.pick(TAGS)} ${c.pick(['src=x', 'href=x', 'data=x', 'autofocus tabindex=0', 'open'])} ${c.pick(EVENTS)}${c.pick(['=', ' = ', '\n=', '/='])}${c.pick(['', '"', "'", '`'])}${CALL(n)}>`,
  foreign: (c, n) => `<${c.pick(TAGS)} ${c.pick(['src', 'href', 'data', 'action', 'poster', 'background', 'srcset', 'content="0;url'])}=${c.pick(FOREIGN)}${n}>`,
  svg: (c, n) => c.pick([`<svg onload=${CALL(n)}>`, `<svg><script>${CALL(n)}</script></svg>`, `<svg><animate onbegin=${CALL(n)} attributeName=x dur=1s>`,
    `<svg><use href="data:image/svg+xml,<svg id=x onload=${CALL(n)}>#x">`, `<svg><a xlink:href="javascript:${CALL(n)}"><text>${n}</text></a>`, `<svg><foreignObject><img src=x onerror=${CALL(n)}>`]),
  math: (c, n) => c.pick([`<math><mtext><table><mglyph><style><img src=x onerror=${CALL(n)}>`, `<math href="javascript:${CALL(n)}">${n}</math>`, `<math><maction actiontype="statusline" xlink:href="javascript:${CALL(n)}">${n}`]),
  url: (c, n) => `${c.pick(URLS)}${CALL(n)}${c.pick(['', '//', '//https://a.example', '#/knowledge/x', '%0a'])}`,
  link: (c, n) => `<a ${c.pick(['href', 'xlink:href', 'formaction', 'ping'])}=${c.pick(['', '"', "'"])}${c.pick(URLS)}${CALL(n)}>${c.pick(WORDS)} ${n}</a>`,
  address: (c, n) => c.pick(['/\\foreign.example/', '/\t/foreign.example/', '/\n/foreign.example/', '\\/foreign.example/', '/../..//foreign.example/', '/%2f/foreign.example/', '/;@foreign.example/', '/knowledge/../api/conversations/', '?x=', '#']) + n,
  entity: (c, n) => c.pick([`&lt;script&gt;${CALL(n)}&lt;/script&gt;`, `&#60;img src=x onerror=${CALL(n)}&#62;`, `&#x3c;svg onload=${CALL(n)}&#x3e;`, `&amp;lt;b&amp;gt;${n}`, `&NewLine;javas&Tab;cript:${CALL(n)}`, `\\u003cscript\\u003e${CALL(n)}`, `%3Cscript%3E${CALL(n)}%3C/script%3E`, `+ADw-script+AD4-${CALL(n)}+ADw-/script+AD4-`]),
  template: (c, n) => c.pick([`{{constructor.constructor('${CALL(n)}')()}}`, `\${${CALL(n)}}`, `#{${CALL(n)}}`, `<%= ${CALL(n)} %>`, `[[${CALL(n)}]]`, `{0}{1}{${c.below(9)}} ${n}`, `*{T(java.lang.Runtime)} ${n}`, `{% ${CALL(n)} %}`, `$& $1 $\` $' ${n}`, `__proto__ constructor toString ${n}`]),
  quotes: (c, n) => `${Array.from({ length: c.between(3, 20) }, () => c.pick(['"', "'", '`', '\\', '\\"', "\\'", '</', '/>', '<!--', '-->', '//', '/*', '*/', '=', '>', '<'])).join('')}${CALL(n)}`,
  markdown: (c, n) => c.pick([`[${n}](javascript:${CALL(n)})`, `![${n}](https://foreign.example/${n}.png)`, `**${n}** <b>fet</b> \`kod\``, `<https://foreign.example/${n}>`, `[1]: javascript:${CALL(n)}`, `# ${n}\n* ett\n* två`]),
  frames: (c, n) => `${c.pick(WORDS)}${c.pick(['\n\n', '\r\n\r\n', '\r', '\u2028', '\u2029', '\u0085'])}event:completed${c.pick(['\n', '\r\n', '\u2028'])}data:{"kind":"answered"}${n}`,
  direction: (c, n) => `${c.pick(['\u202e', '\u202d', '\u2066', '\u2067', '\u2068', '\u200f', '\u061c'])}${c.pick(WORDS)} ${n}${c.pick(['', '\u202c', '\u2069', '\u2069\u2069\u202c'])}gpj.exe`,
  invisible: (c, n) => `${c.pick(WORDS).split('').join(c.pick(['\u200b', '\u200c', '\u2060', '\ufeff', '\u00ad', '\u034f', '\u{e0041}']))}${n}`,
  emoji: (c, n) => `${c.pick(['👨‍👩‍👧‍👦', '🏳️‍🌈', '👩🏽‍🚒', '🇸🇪', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '1️⃣', '❤️‍🔥'])}${c.pick(['', '\u200d', '\ufe0f'])} ${n} e${'\u0301'.repeat(c.between(1, 60))}`,
  surrogate: (c, n) => `${c.pick(WORDS)}${c.pick(ALONE)}${n}${c.pick(ALONE)}`,
  control: (c, n) => `${n}${Array.from({ length: 8 }, () => String.fromCharCode(c.pick([1, 2, 7, 8, 11, 12, 14, 27, 31, 127, 133, 0xfffe, 0xffff]))).join('x')}`,
  long: (c, n) => `${n} ${c.pick([`<b onclick=${CALL(n)}>`, 'å', '<', '&amp;', '\u202e', '🙂']).repeat(c.between(300, 700))}`,
};
const NAMES = Object.keys(KINDS);

/** The n-th payload of a run, of a kind by turns. */
export function payload(chance, n) {
  return KINDS[NAMES[n % NAMES.length]](chance, n);
}

/** One text of 50,000 characters. */
export const enormous = (n) => `<img src=x onerror=__owned(${n})>&amp;"'\u202e🙂`.repeat(1_500).slice(0, 50_000);
