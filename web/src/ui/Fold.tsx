import type { ReactNode } from 'react';
import { Icon } from './Icon';

interface FoldProps {
  /** What stands before the title, such as its place in the list. */
  place?: ReactNode;
  title: ReactNode;
  /** What is to be known of it while it is closed. */
  tags?: ReactNode;
  /** What the button that opens and closes it is called. */
  label: string;
  open: boolean;
  onToggle: () => void;
  /** What can be done with it as a whole. */
  acts?: ReactNode;
  children: ReactNode;
}

/** One of a list of things with much to say about each: closed it shows what matters. Inside `.folds`. */
export function Fold({ place, title, tags, label, open, onToggle, acts, children }: FoldProps) {
  return (
    <li className="fold" data-open={open || undefined}>
      <div className="fold__head">
        <button
          type="button"
          className="fold__title"
          aria-expanded={open}
          aria-label={label}
          onClick={onToggle}
        >
          {place !== undefined && <span className="fold__place num">{place}</span>}
          <span className="fold__words">
            <strong>{title}</strong>
            <span className="fold__tags">{tags}</span>
          </span>
          <Icon name={open ? 'up' : 'down'} />
        </button>
        {acts !== undefined && <div className="fold__acts">{acts}</div>}
      </div>
      {open && <div className="fold__body stack">{children}</div>}
    </li>
  );
}

/** The same set, with this one in it if it was not, and without it if it was. */
export function toggledIn(opened: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const others = [...opened].filter((one) => one !== id);
  return new Set(opened.has(id) ? others : [...others, id]);
}
