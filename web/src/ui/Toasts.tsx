import { createContext, use, useCallback, useMemo, useState } from 'react';
import type { ReactNode } from 'react';

const SHOWN_MS = 5000;

interface Toast {
  id: number;
  text: string;
}

const ToastContext = createContext<(text: string) => void>(() => undefined);

/** Shows passing notices and reads them out. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const show = useCallback((text: string) => {
    const toast = { id: performance.now(), text };
    setToasts((current) => [...current, toast]);
    setTimeout(() => setToasts((current) => current.filter(({ id }) => id !== toast.id)), SHOWN_MS);
  }, []);
  const shown = useMemo(() => toasts.slice(-3), [toasts]);
  return (
    <ToastContext value={show}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {shown.map(({ id, text }) => (
          <p key={id} className="toast">
            {text}
          </p>
        ))}
      </div>
    </ToastContext>
  );
}

/** Says that something is done, for a few seconds. */
export function useToast(): (text: string) => void {
  return use(ToastContext);
}
