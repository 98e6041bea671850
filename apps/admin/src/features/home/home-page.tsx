import { useReach } from '../../lib/here';
import { AdministratorHome } from './administrator-home';
import { MemberHome } from './member-home';
import { WorkHome } from './work-home';

/** The first page after signing in answers the reader's question. */
export function HomePage() {
  const { isMember, isAdministrator, readsWork } = useReach();
  if (readsWork) return <WorkHome />;
  if (isMember) return <MemberHome />;
  return isAdministrator ? <AdministratorHome /> : <MemberHome />;
}
