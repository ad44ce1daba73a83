import { useEffect, useRef } from 'preact/hooks';
import type { Question } from '../../lib/archive';
import { useCalled } from '../shared/called';
import { useTexts } from '../shared/texts';
import { useImport } from './import-provider';
import { Whose } from './whose';

const TITLES = {
	'other-account': 'askOtherAccount',
	'which-archive': 'askWhichArchive',
	whose: 'askWhose',
} as const;

/** Something only the person can decide. Takes the focus once. */
export function QuestionPanel({ question }: { question: Question }) {
	const { t } = useTexts();
	const heading = useRef<HTMLHeadingElement>(null);
	useEffect(() => heading.current?.focus(), []);
	return (
		<section class="question" aria-labelledby="question">
			<h2 id="question" ref={heading} tabIndex={-1}>
				{t(TITLES[question.kind])}
			</h2>
			<Choices question={question} />
		</section>
	);
}

function Choices({ question }: { question: Question }) {
	switch (question.kind) {
		case 'other-account':
			return <OtherAccount question={question} />;
		case 'whose':
			return <Whose question={question} />;
		case 'which-archive':
			return <WhichArchive roots={question.roots} />;
	}
}

function OtherAccount({ question }: { question: Question & { kind: 'other-account' } }) {
	const { t } = useTexts();
	const called = useCalled();
	const { answer } = useImport();
	const { stored, found } = question;
	return (
		<>
			<p>{t('askOtherAccountWhy', { stored: called(stored), found: called(found) })}</p>
			<div class="actions">
				<button type="button" class="button primary" onClick={() => answer('import')}>
					{t('importBeside', { handle: called(found) })}
				</button>
				<button type="button" class="button" onClick={() => answer('stop')}>
					{t('doNotImport')}
				</button>
			</div>
		</>
	);
}

function WhichArchive({ roots }: { roots: readonly string[] }) {
	const { t } = useTexts();
	const { answer, cancel } = useImport();
	return (
		<>
			<p>{t('askWhichArchiveWhy')}</p>
			<ul class="choices">
				{roots.map((root) => (
					<li key={root}>
						<button type="button" class="button" onClick={() => answer(root)}>
							<bdi>{root || t('topFolder')}</bdi>
						</button>
					</li>
				))}
			</ul>
			<div class="actions">
				<button type="button" class="button" onClick={cancel}>
					{t('doNotImport')}
				</button>
			</div>
		</>
	);
}
