/**
 * What was promised: the number in the menu, and the list where it is shown. An alarm is spoken once; focus stays where it
 * is, and a number or an address that somebody has opened stays to be read while the list around it changes.
 */
export function promises(fetching, replace, say) {
  const badge = document.getElementById('loften-antal');

  const fetchList = fetching(() => '/desk/loften/list', (page) => {
    const fresh = page.getElementById('loften');
    const old = document.getElementById('loften');
    if (!fresh || !old) {
      return;
    }
    for (const contact of old.querySelectorAll('.desk-contact:has(a)')) {
      fresh.querySelector(`[id="${contact.id}"]`)?.replaceWith(contact.cloneNode(true));
    }
    replace(old, fresh);
  });

  function refresh() {
    if (document.getElementById('loften')) {
      fetchList();
    }
  }

  return {
    refresh,
    count(number) {
      badge.hidden = number === 0;
      badge.querySelector('.desk-count').textContent = number;
    },
    alarm() {
      refresh();
      say(badge.dataset.live);
    },
  };
}
