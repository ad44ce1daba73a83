import { Smile } from 'lucide-preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Target } from '../../lib/outbox';
import { useTexts } from '../shared/texts';
import { onDemand } from '../shell/on-demand';
import { type Choice, type Suggestions, useSuggestions } from './use-suggestions';

const SuggestionList = onDemand(async () => (await import('./suggestion-list')).SuggestionList);
const EmojiPicker = onDemand(async () => (await import('./emoji-picker')).EmojiPicker);

type TextBoxProps = {
	label: string;
	/** Shows the label; else it is for screen readers. */
	visible?: boolean;
	value: string;
	set(text: string): void;
	files(files: readonly File[]): void;
	/** Where it goes: who can be mentioned, and which pictures stand for emoji. */
	targets: readonly Target[];
	/** It takes the focus when the composer opens: at the end of what stands there, or on all of it. */
	first?: 'end' | 'marked';
};

/** A text that grows with what is written, takes files, and offers people, tags and emoji while they are typed. */
export function TextBox({ label, visible, value, set, files, targets, first }: TextBoxProps) {
	const box = useRef<HTMLTextAreaElement>(null);
	const list = useId();
	const suggestions = useSuggestions(targets);
	const { typed, choices, at } = suggestions;
	const open = choices.length > 0;
	useEffect(() => {
		const { current } = box;
		if (!first || !current) return;
		current.focus();
		const { length } = current.value;
		current.setSelectionRange(first === 'marked' ? 0 : length, length);
	}, [first]);
	const put = (text: string, start?: number, end?: number) => {
		const { current } = box;
		if (!current) return;
		current.setRangeText(text, start ?? current.selectionStart, end ?? current.selectionEnd, 'end');
		set(current.value);
	};
	const choose = (choice: Choice) => {
		if ('ask' in choice) {
			suggestions.ask(choice.ask);
			return;
		}
		if (!typed) return;
		suggestions.close();
		put(choice.take.insert, typed.start, typed.start + typed.name.length + 1);
	};
	const take = (data: DataTransfer | null, event: Event) => {
		const found = [...(data?.files ?? [])];
		if (found.length === 0) return;
		event.preventDefault();
		files(found);
	};
	return (
		<div class="text-field">
			<label class="text-box">
				<span class={visible ? undefined : 'unseen'}>{label}</span>
				{/* Grows with its text: the same text stands behind it. */}
				<span class="grows" data-text={`${value}\n`}>
					<textarea
						ref={box}
						dir="auto"
						value={value}
						placeholder={visible ? undefined : label}
						spellcheck
						aria-autocomplete="list"
						aria-controls={open ? list : undefined}
						aria-activedescendant={open && at >= 0 ? `${list}-${at}` : undefined}
						onInput={(event) => {
							const { value: text, selectionEnd } = event.currentTarget;
							set(text);
							suggestions.look(text, selectionEnd);
						}}
						onKeyDown={(event) => open && keyed(event, suggestions, choose)}
						onBlur={() => suggestions.close()}
						onPaste={(event) => take(event.clipboardData, event)}
						onDragOver={(event) => event.preventDefault()}
						onDrop={(event) => take(event.dataTransfer, event)}
					/>
				</span>
			</label>
			{open && <SuggestionList id={list} suggestions={suggestions} take={choose} />}
			<AddEmoji targets={targets} take={put} back={() => box.current?.focus()} />
		</div>
	);
}

type AddEmojiProps = {
	targets: readonly Target[];
	take(text: string): void;
	/** Goes on writing. */
	back(): void;
};

function AddEmoji({ targets, take, back }: AddEmojiProps) {
	const { t } = useTexts();
	const [picking, setPicking] = useState(false);
	const close = () => {
		setPicking(false);
		back();
	};
	return (
		<>
			<button
				type="button"
				class="icon-button emoji-add"
				aria-expanded={picking}
				aria-label={t('emojiAdd')}
				title={t('emojiAdd')}
				onClick={() => (picking ? close() : setPicking(true))}
			>
				<Smile size={18} strokeWidth={1.75} aria-hidden="true" />
			</button>
			{picking && <EmojiPicker targets={targets} take={take} close={close} />}
		</>
	);
}

/** The keys of a listbox (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/); Enter writes a line where nothing known is offered. */
function keyed(
	event: KeyboardEvent,
	suggestions: Suggestions,
	take: (choice: Choice) => void,
): void {
	const { key, ctrlKey, metaKey, isComposing } = event;
	if (ctrlKey || metaKey || isComposing) return;
	if (key === 'ArrowDown' || key === 'ArrowUp') suggestions.move(key === 'ArrowDown' ? 1 : -1);
	else if (key === 'Escape') suggestions.close();
	else if (key === 'Enter' || key === 'Tab') {
		const choice = suggestions.choices[suggestions.at];
		if (!choice || ('ask' in choice && key === 'Tab')) return;
		take(choice);
	} else return;
	event.preventDefault();
}
