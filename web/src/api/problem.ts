/** One refused field of a request. */
export interface FieldError {
  field: string;
  message: string;
}

/** What RFC 9457 puts into an `application/problem+json` body. */
export interface ProblemBody {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  errors?: FieldError[];
}

const TYPE_PREFIX = 'https://juxian.org/problems/';

/** An answer that is not a success, or no answer at all (status 0). */
export class Problem extends Error {
  readonly status: number;
  /** The last part of the problem's type, such as `already-registered`; empty if there is none. */
  readonly slug: string;
  readonly title: string;
  readonly detail: string;
  readonly fields: readonly FieldError[];
  /** Whatever else the body carries, such as the time of an earlier check-in. */
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(status: number, body: ProblemBody & Record<string, unknown>) {
    super(body.detail ?? body.title ?? `HTTP ${status}`);
    this.name = 'Problem';
    this.status = status;
    this.slug = slugOf(body.type);
    this.title = body.title ?? '';
    this.detail = body.detail ?? '';
    this.fields = Array.isArray(body.errors) ? body.errors.filter(isFieldError) : [];
    this.extra = body;
  }

  /** True when the request may not have reached the service, or the service could not answer. */
  get transient(): boolean {
    return this.status === 0 || this.status >= 500 || this.status === 429;
  }
}

/** Makes a problem from a response that is not ok; a body that is no problem+json gives an empty one. */
export async function problemFrom(response: Response): Promise<Problem> {
  const type = response.headers.get('content-type') ?? '';
  if (!type.includes('json')) {
    return new Problem(response.status, {});
  }
  try {
    const body: unknown = await response.json();
    return new Problem(response.status, isRecord(body) ? body : {});
  } catch {
    return new Problem(response.status, {});
  }
}

/** The refused fields by name, first message each; `halls[0].name.zh` also counts for `halls.0.name.zh`. */
export function fieldMessages(error: unknown): Readonly<Record<string, string>> {
  const messages: Record<string, string> = {};
  if (error instanceof Problem) {
    for (const { field, message } of error.fields) {
      messages[normalisedField(field)] ??= message;
    }
  }
  return messages;
}

/** One spelling for a field's path: `a[0].b`, `/a/0/b` and `a.0.b` are the same. */
export function normalisedField(field: string): string {
  return field
    .replace(/\[(\w+)\]/g, '.$1')
    .replace(/^\//, '')
    .replaceAll('/', '.');
}

function slugOf(type: string | undefined): string {
  if (type === undefined || type === 'about:blank') {
    return '';
  }
  return type.startsWith(TYPE_PREFIX)
    ? type.slice(TYPE_PREFIX.length)
    : (type.split('/').pop() ?? '');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFieldError(value: unknown): value is FieldError {
  return (
    isRecord(value) && typeof value['field'] === 'string' && typeof value['message'] === 'string'
  );
}
