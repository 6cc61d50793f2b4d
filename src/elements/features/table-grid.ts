/** What of a cell takes the focus. */
const focusableIn = (cell: HTMLTableCellElement): HTMLElement => cell.querySelector('button') ?? cell;

/**
 * Moves the focus in the body of a table: by a cell with an arrow key, to the ends of a row with Home
 * and End, and to the corners together with Ctrl. The first cell of a row is its header.
 */
export function handleGridKeydown(event: KeyboardEvent): void {
  const cell = (event.target as Element).closest('td');
  if (!cell || event.altKey || event.metaKey || event.shiftKey) return;
  const table = event.currentTarget as HTMLTableElement;
  const rows = [...table.tBodies[0]!.rows];
  const step = getComputedStyle(table).direction === 'rtl' ? -1 : 1;
  const row = rows.indexOf(cell.parentElement as HTMLTableRowElement);
  const column = cell.cellIndex;
  const [lastRow, lastColumn] = [rows.length - 1, rows[row]!.cells.length - 1];
  const to = {
    ArrowRight: [row, column + step],
    ArrowLeft: [row, column - step],
    ArrowDown: [row + 1, column],
    ArrowUp: [row - 1, column],
    Home: [event.ctrlKey ? 0 : row, 1],
    End: [event.ctrlKey ? lastRow : row, lastColumn],
  }[event.key];
  if (!to) return;
  event.preventDefault();
  const [toRow, toColumn] = to as [number, number];
  const next = rows[Math.min(Math.max(toRow, 0), lastRow)]!.cells[Math.min(Math.max(toColumn, 1), lastColumn)]!;
  const target = focusableIn(next);
  target.focus();
  // The focus alone does not show all of a cell that is seen in part.
  target.scrollIntoView({block: 'nearest', inline: 'nearest', behavior: 'instant'});
}

/** Tab leads to the cell that had the focus last. */
export function handleGridFocus(event: FocusEvent): void {
  const target = event.target as HTMLElement;
  const table = event.currentTarget as HTMLTableElement;
  for (const stop of table.querySelectorAll<HTMLElement>('[tabindex="0"]')) stop.tabIndex = -1;
  target.tabIndex = 0;
}

/** Lets Tab lead into a table that was drawn for the first time, or lost the cell with the focus. */
export function ensureTabStop(table: HTMLTableElement | null): void {
  const first = table?.tBodies[0]?.rows[0]?.cells[1];
  if (first && !table.querySelector('[tabindex="0"]')) focusableIn(first).tabIndex = 0;
}
