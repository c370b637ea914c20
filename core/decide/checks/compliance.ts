import { each, type Narrowing } from '../candidates.ts';
import { finding } from '../finding.ts';
import { optionalTimeMs } from '../time.ts';

export type RequirementName = 'assessment' | 'induction' | 'credential';

/** A1: what the client demands is there and has not ended. Its last moment is the one before `validUntil`. */
export const complies = (name: RequirementName): Narrowing =>
  each(({ nowMs }, { client, connection }) => {
    const requirement = connection?.[name];
    if (!requirement || requirement.status === 'not_required') return undefined;
    const clientName = client?.name;
    if (requirement.status === 'missing') return finding(`${name}_missing`, { clientName });
    const endsAtMs = optionalTimeMs(requirement.validUntil);
    return endsAtMs !== undefined && nowMs >= endsAtMs ? finding(`${name}_ended`, { clientName, endsAtMs }) : undefined;
  });
