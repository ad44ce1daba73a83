import type { Question } from '../../lib/archive';
import { useCalled } from '../shared/called';
import { useTexts } from '../shared/texts';
import { useImport } from './import-provider';

/** An archive, new or stored, does not say whose it is: only the person knows. */
export function Whose({ question }: { question: Question & { kind: 'whose' } }) {
	const { t } = useTexts();
	const called = useCalled();
	const { answer } = useImport();
	const { found, known, candidates } = question;
	const own = (event: SubmitEvent) => {
		event.preventDefault();
		const name = new FormData(event.currentTarget as HTMLFormElement).get('name');
		answer(`own:${typeof name === 'string' ? name : ''}`);
	};
	return (
		<>
			<p>{known ? t('askWhoseStored', { found: called(found) }) : t('askWhoseWhy')}</p>
			<ul class="choices">
				{candidates.map((account) => (
					<li key={account.key}>
						<button type="button" class="button" onClick={() => answer(`same:${account.key}`)}>
							{t(known ? 'whoseSameStored' : 'whoseSame', { handle: called(account) })}
						</button>
					</li>
				))}
			</ul>
			{known ? (
				<button type="button" class="button" onClick={() => answer('import')}>
					{t('importBeside', { handle: called(found) })}
				</button>
			) : (
				<form class="erase" onSubmit={own}>
					<label>
						<span>{t('whoseName')}</span>
						<input type="text" name="name" autocomplete="off" maxLength={60} />
					</label>
					<button type="submit" class="button">
						{t('whoseOwn')}
					</button>
				</form>
			)}
			<div class="actions">
				<button type="button" class="button" onClick={() => answer('stop')}>
					{t('doNotImport')}
				</button>
			</div>
		</>
	);
}
