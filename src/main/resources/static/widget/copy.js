// Copies a line of HTML. Where a browser does not let a page write to the clipboard, the line is marked instead.
for (const part of document.querySelectorAll('[data-copy]')) {
  const line = part.querySelector('textarea');
  const button = part.querySelector('button');
  const status = part.querySelector('[role=status]');
  button.hidden = false;
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(line.value);
      status.textContent = status.dataset.copied;
    } catch {
      line.select();
      status.textContent = status.dataset.marked;
    }
  });
}
