import { useMutation } from '@tanstack/react-query';
import { bringFile } from '../../api/forms';
import type { FileType, Question } from '../../api/forms';
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
  onChange,
}: {
  question: Question;
  frame: Frame;
  brought: boolean;
  onChange: (fileId: string) => void;
}) {
  const t = useMessages(registrationMessages);
  const types = question.fileTypes ?? (['pdf', 'jpeg', 'png'] as const);
  const bring = useMutation({
    mutationFn: bringFile,
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
                bring.mutate(file);
              }
            }}
          />
        )}
      </Field>
      <output className="small soft field__state">
        {bring.isPending ? t.fileOnItsWay : brought ? t.fileBrought : ''}
      </output>
      <ProblemNote error={bring.error} />
    </>
  );
}
