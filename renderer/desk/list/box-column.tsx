import type { RowColumns } from './grid.tsx';

/** Which rows are selected, one by one and all at once. */
export interface Boxes<R> {
  readonly isSelected: (row: R) => boolean;
  readonly onToggle: (row: R) => void;
  readonly top: 'none' | 'some' | 'all';
  readonly onTop: () => void;
}

/** The box of a row follows the row: a click on either, or Enter in the list, sets it. `nameOf`: what a screen reader says of it. */
export const boxColumn = <R extends object>(
  boxes: Boxes<R>,
  topLabel: string,
  nameOf: (row: R) => string,
): RowColumns<R>[number] => ({
  id: 'box',
  header: () => (
    <input
      type="checkbox"
      className="box"
      aria-label={topLabel}
      checked={boxes.top === 'all'}
      ref={(box) => {
        if (box) box.indeterminate = boxes.top === 'some';
      }}
      onChange={boxes.onTop}
    />
  ),
  cell: ({ row: { original } }) => (
    <input
      type="checkbox"
      className="box"
      tabIndex={-1}
      aria-label={nameOf(original)}
      checked={boxes.isSelected(original)}
      onClick={(event) => event.stopPropagation()}
      onChange={() => boxes.onToggle(original)}
    />
  ),
  meta: { width: '44px' },
});
