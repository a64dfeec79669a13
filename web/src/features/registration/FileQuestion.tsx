import { useMutation } from '@tanstack/react-query';
import type { FileType, Question, bringFile } from '../../api/forms';
import { useMessages } from '../../i18n/language';
import { Field } from '../../ui/Field';
import { ProblemNote } from '../../ui/States';
import type { Frame } from './QuestionFields';
import { registrationMessages } from './messages';

const ACCEPTED: Readonly<Record<FileType, string>> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
};

/** A file is brought as soon as it is chosen; the answer is its id. */
export function FileQuestion({
  question,
  frame,
  brought,
  bring,
  onChange,
}: {
  question: Question;
  frame: Frame;
  brought: boolean;
  bring: typeof bringFile;
  onChange: (fileId: string) => void;
}) {
  const t = useMessages(registrationMessages);
  const types = question.fileTypes ?? (['pdf', 'jpeg', 'png'] as const);
  const bringing = useMutation({
    mutationFn: bring,
    onMutate: () => onChange(''),
    onSuccess: ({ fileId }) => onChange(fileId),
  });
  const names = types.map((type) => type.toUpperCase()).join(', ');
  return (
    <>
      <Field {...frame} hint={[frame.hint, t.fileHint(names)].filter(Boolean).join(' ')}>
        {(wiring) => (
          <input
            {...wiring}
            className="input"
            type="file"
            accept={types.map((type) => ACCEPTED[type]).join(',')}
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file === undefined) {
                onChange('');
              } else {
                bringing.mutate(file);
              }
            }}
          />
        )}
      </Field>
      <output className="small soft field__state">
        {bringing.isPending ? t.fileOnItsWay : brought ? t.fileBrought : ''}
      </output>
      <ProblemNote error={bringing.error} />
    </>
  );
}
