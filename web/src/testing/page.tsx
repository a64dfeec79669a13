import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, vi } from 'vitest';
import { LanguageProvider } from '../i18n/language';
import { ToastProvider } from '../ui/Toasts';

/** A request that a page made. */
export interface Asked {
  method: string;
  path: string;
  body: unknown;
  headers: Record<string, string>;
}

/** What the services answer: JSON, or a whole response where the status matters; throws without a network. */
export type Services = (asked: Asked) => unknown;

let root: ReturnType<typeof createRoot> | undefined;

/** Answers instead of the services; returns what was written, in order. */
export function answerWith(services: Services): Asked[] {
  const written: Asked[] = [];
  document.cookie = 'XSRF-TOKEN=x';
  vi.stubGlobal('fetch', (path: string, init: RequestInit = {}) => {
    const asked: Asked = {
      method: init.method ?? 'GET',
      path,
      body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
      headers: { ...(init.headers as Record<string, string>) },
    };
    if (asked.method !== 'GET') {
      written.push(asked);
    }
    return Promise.resolve(asked)
      .then(services)
      .then((answer) => (answer instanceof Response ? answer : Response.json(answer ?? {})));
  });
  return written;
}

/** A refusal as the services word it. */
export function refusal(
  status: number,
  slug: string,
  errors: { field: string; message: string }[],
) {
  return Response.json(
    { type: `https://juxian.org/problems/${slug}`, title: slug, status, errors },
    { status, headers: { 'Content-Type': 'application/problem+json' } },
  );
}

/** Shows a page with everything that it stands on. */
export function show(page: ReactNode, language: 'zh' | 'en' = 'zh'): void {
  localStorage.setItem('juxian.language', language);
  const place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  root.render(
    <QueryClientProvider client={client}>
      <LanguageProvider>
        <ToastProvider>{page}</ToastProvider>
      </LanguageProvider>
    </QueryClientProvider>,
  );
}

/** Takes the page away, and the services with it. */
export function leave(): void {
  root?.unmount();
  document.body.replaceChildren();
  localStorage.clear();
  vi.unstubAllGlobals();
}

export const words = () => document.body.textContent;

/** Waits until the page says this. */
export async function says(text: string | RegExp): Promise<void> {
  await vi.waitFor(() => expect(words()).toMatch(text));
}

/** What a button is called: by its label, or by what stands on it. */
const nameOf = (button: Element) => button.getAttribute('aria-label') ?? button.textContent;

/** The button that came last of those called so: a dialog's stands behind the page's. */
export async function press(name: string): Promise<void> {
  const called = () =>
    [...document.querySelectorAll('button')].filter((one) => nameOf(one) === name).at(-1);
  await vi.waitFor(() => expect(called(), name).toBeDefined());
  called()?.click();
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** The control with this path in the request. */
export async function field(name: string): Promise<Control> {
  const found = () => document.getElementsByName(name)[0] as Control | undefined;
  await vi.waitFor(() => expect(found(), name).toBeDefined());
  return found() as Control;
}

/** Types or chooses, as a person would. */
export async function fill(name: string, value: string): Promise<void> {
  const control = await field(name);
  const prototype = Object.getPrototypeOf(control) as object;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(control, value);
  const event = control instanceof HTMLSelectElement ? 'change' : 'input';
  control.dispatchEvent(new Event(event, { bubbles: true }));
  await vi.waitFor(() => expect(control.value).toBe(value));
}

/** Ticks a box, or the one of several with this value. */
export async function tick(name: string, value?: string): Promise<void> {
  await field(name);
  [...document.getElementsByName(name)]
    .filter((one) => value === undefined || (one as HTMLInputElement).value === value)
    .forEach((one) => one.click());
}

/** Sends the form that the control is in. */
export function submit(): void {
  document.querySelector('form')?.requestSubmit();
}
