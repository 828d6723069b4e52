import type { InputHTMLAttributes, ReactNode } from 'react';
import type { Element } from './elements.ts';
import { type ControlProps, described, nameOf, sending } from './sending.ts';
import { shownValues } from './shown.ts';

/** The browser's own kind of field for each element that is typed into. */
function kindOf(element: Element): InputHTMLAttributes<HTMLInputElement> {
  switch (element.type) {
    case 'datepicker':
      return { type: 'date' };
    case 'timepicker':
      return { type: 'time' };
    case 'datetimepicker':
      return { type: 'datetime-local' };
    case 'number_input':
      return {
        type: 'number',
        step: element.is_decimal_allowed ? 'any' : 1,
        min: element.min_value,
        max: element.max_value,
      };
    case 'email_text_input':
      return { type: 'email', autoComplete: 'off' };
    case 'url_text_input':
      return { type: 'url' };
    case 'file_input':
      return {
        type: 'file',
        accept: element.filetypes?.map((ending) => `.${ending}`).join(','),
        multiple: (element.max_files ?? 10) > 1,
      };
    case 'plain_text_input':
      return { type: 'text', minLength: element.min_length, maxLength: element.max_length };
    default:
      return { type: 'text' };
  }
}

/** A field that is typed into. */
export function Typed(props: ControlProps<Element>): ReactNode {
  const { element, blockId, context, field } = props;
  const [shown = ''] = shownValues(element, blockId, context);
  const common = {
    id: field.id,
    name: nameOf(props),
    placeholder: element.placeholder?.text,
    required: field.required,
    ...described(field),
    ...(field.sends ? { ...sending(props), 'hx-trigger': 'change' } : {}),
  };
  if (element.type === 'plain_text_input' && element.multiline)
    return (
      <textarea
        {...common}
        rows={4}
        minLength={element.min_length}
        maxLength={element.max_length}
        defaultValue={shown}
      />
    );
  const kind = kindOf(element);
  return <input {...kind} {...common} {...(element.type === 'file_input' ? {} : { defaultValue: shown })} />;
}
