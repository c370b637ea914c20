/**
 * A bare virtual list, for comparison: one field, rows of the same height and words, pages asked for as the desk asks for
 * them, and nothing else. No framework, no cells, no states.
 */
export const BARE_LIST = `<!doctype html><meta charset="utf-8"><title>Bare list</title>
<style>
  body { margin: 0; font: 16px sans-serif; }
  input { display: block; height: 44px; width: 300px; }
  #grid { height: 560px; overflow: auto; position: relative; }
  #body { position: relative; }
  #body div { position: absolute; height: 44px; left: 0; right: 0; white-space: nowrap; overflow: hidden; }
</style>
<input type="search"><div id="grid" role="grid"><div id="body"></div></div>
<script>
  const [field, grid, body] = [document.querySelector('input'), document.getElementById('grid'), document.getElementById('body')];
  let pages = new Map(), total = 0, query = '', asking = false, timer;
  const words = (row) => [row.name, row.order.number, row.order.title, row.order.clientName, row.state].join('  ');
  function draw() {
    const first = Math.max(0, Math.floor(grid.scrollTop / 44) - 6), end = Math.min(total, first + 26);
    body.style.height = total * 44 + 'px';
    body.replaceChildren(...Array.from({ length: end - first }, (_, at) => {
      const line = document.createElement('div');
      const row = pages.get(Math.floor((first + at) / 100))?.[(first + at) % 100];
      line.style.top = (first + at) * 44 + 'px';
      line.textContent = row ? words(row) : '…';
      return line;
    }));
    for (const page of new Set([Math.floor(first / 100), Math.floor(Math.max(first, end - 1) / 100)])) if (!pages.has(page)) return soon(page);
  }
  function soon(page) { timer ??= setTimeout(() => { timer = undefined; void load(page); }, 60); }
  async function load(page) {
    if (asking) return soon(page);
    asking = true;
    const asked = query;
    const { scheduled } = await window.ask('getList', { list: 'scheduled', query, offset: page * 100, limit: 100 });
    asking = false;
    if (asked !== query) return soon(0);
    pages.set(page, scheduled.rows);
    total = scheduled.total;
    draw();
  }
  field.oninput = () => { query = field.value.trim(); pages = new Map(); grid.scrollTop = 0; soon(0); };
  grid.onscroll = () => requestAnimationFrame(draw);
  void load(0);
</script>`;
