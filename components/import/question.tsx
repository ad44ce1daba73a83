import { useEffect, useRef } from 'preact/hooks';
import type { Question } from '../../lib/archive';
import { useTexts } from '../shared/texts';
import { useImport } from './import-provider';

/** Something only the person can decide. Takes the focus once, blocks nothing else. */
export function QuestionPanel({ question }: { question: Question }) {
	const { t } = useTexts();
	const heading = useRef<HTMLHeadingElement>(null);
	useEffect(() => heading.current?.focus(), []);
	return (
		<section class="question" aria-labelledby="question">
			<h2 id="question" ref={heading} tabIndex={-1}>
				{t(question.kind === 'other-account' ? 'askOtherAccount' : 'askWhichArchive')}
			</h2>
			{question.kind === 'other-account' ? (
				<OtherAccount question={question} />
			) : (
				<WhichArchive roots={question.roots} />
			)}
		</section>
	);
}

function OtherAccount({ question }: { question: Question & { kind: 'other-account' } }) {
	const { t } = useTexts();
	const { answer } = useImport();
	const { stored, found } = question;
	return (
		<>
			<p>{t('askOtherAccountWhy', { stored: `@${stored.handle}`, found: `@${found.handle}` })}</p>
			<div class="actions">
				<button type="button" class="button primary" onClick={() => answer('import')}>
					{t('importBeside', { handle: `@${found.handle}` })}
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
	const { answer } = useImport();
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
		</>
	);
}
