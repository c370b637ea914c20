import type { WordTable } from './words.ts';

const SEE_STAFF = 'Please see the gate staff.';
const THEY_CHECK = 'They will look at your badge with you.';

export const en: WordTable = {
  welcome: {
    worker: { title: 'Welcome, {{firstName}}.', next: 'Your badge is good until {{endsAt}}. Please come in.' },
    staff: {
      title: 'Came in.',
      next: 'Work order {{workOrderNumber}} for {{clientName}}. Event {{eventName}} for {{clientName}}. The badge is good until {{endsAt}}. Nothing to do.',
    },
  },
  no_check_in_here: {
    worker: { title: 'Welcome, {{firstName}}.', next: 'Nobody checks in here. Please come in.' },
    staff: {
      title: 'Came in without check-in.',
      next: 'This location asks nobody to check in, so no work order was looked at. Nothing to do.',
    },
  },
  goodbye: {
    worker: { title: 'Goodbye, {{firstName}}. {{inside}}.', next: 'Have a safe journey.' },
    staff: { title: 'Went out.', next: 'Was inside for {{inside}}. Nothing to do.' },
  },

  badge_revoked: {
    worker: { title: 'This badge was withdrawn.', next: SEE_STAFF },
    staff: {
      title: 'Badge withdrawn.',
      next: 'Withdrawn since {{since}}. Check who is holding it; the office can make a new badge for the right person.',
    },
  },
  badge_ended: {
    worker: {
      title: 'Your badge has ended.',
      next: 'It was good until {{endsAt}}. Ask your office for a new badge.',
    },
    staff: {
      title: 'Badge ended.',
      next: 'It was good until {{endsAt}}. Have the office make a new badge, then scan that.',
    },
  },
  badge_not_yet: {
    worker: {
      title: 'Your badge has not started yet.',
      next: 'It is good from {{startsAt}}. Please scan again when it is time.',
    },
    staff: {
      title: 'Badge not good yet.',
      next: 'It is good from {{startsAt}}. If the work was moved forward, have the office make a new badge.',
    },
  },
  person_blocked: {
    worker: { title: "We can't let you in today.", next: SEE_STAFF },
    staff: {
      title: 'Person is blocked.',
      next: 'Blocked since {{since}}. Reason: {{reason}}. Keep the person out until the office has lifted the block.',
    },
  },
  locked_down: {
    worker: { title: 'This entrance is closed.', next: SEE_STAFF },
    staff: {
      title: 'Refused: the door is locked down.',
      next: 'Nobody comes in here until the mode is normal again; going out still works. Change it under Doors when it is safe.',
    },
  },
  fire_alarm: {
    worker: { title: 'Fire alarm.', next: 'Do not come in. Go to the assembly point.' },
    staff: {
      title: 'Refused: the fire input is active.',
      next: 'All exits are free and nobody comes in. When the alarm is over, reset the fire panel; the doors then follow by themselves.',
    },
  },
  roll_call: {
    worker: { title: 'Emergency.', next: 'Do not come in. Go to the assembly point.' },
    staff: {
      title: 'Refused: an emergency roll call is running.',
      next: 'Nobody comes in and everybody may go out. End the roll call under Inside when it is over.',
    },
  },
  other_door_open: {
    worker: { title: 'Please wait: another door is open.', next: 'Scan again when it is shut.' },
    staff: {
      title: 'Refused: the other door of the airlock is open.',
      next: 'Have it shut, then have the badge scanned again.',
    },
  },
  not_connected: {
    worker: {
      title: 'You are not registered here yet.',
      next: 'The client here is {{clientName}}. Ask your office to connect you.',
    },
    staff: {
      title: 'Not connected to the client.',
      next: '{{clientName}} wants its workers registered, and this person is not, for {{locationName}}. Ask the contractor to add the connection; it arrives here by itself, then scan again.',
    },
  },
  assessment_missing: {
    worker: { title: 'Your assessment is missing.', next: '{{clientName}} asks for it. Complete it, then scan again.' },
    staff: {
      title: 'Assessment missing.',
      next: '{{clientName}} lets nobody in without one. Let the worker complete it, then scan again.',
    },
  },
  assessment_ended: {
    worker: { title: 'Your assessment has ended.', next: 'It was good until {{endsAt}}. Renew it, then scan again.' },
    staff: {
      title: 'Assessment ended.',
      next: 'It was good until {{endsAt}}. {{clientName}} asks for a current one. Let the worker renew it, then scan again.',
    },
  },
  induction_missing: {
    worker: {
      title: 'Your site induction is missing.',
      next: '{{clientName}} asks for it. Complete it, then scan again.',
    },
    staff: {
      title: 'Induction missing.',
      next: '{{clientName}} lets nobody in without one. Let the worker complete it, then scan again.',
    },
  },
  induction_ended: {
    worker: {
      title: 'Your site induction has ended.',
      next: 'It was good until {{endsAt}}. Repeat it, then scan again.',
    },
    staff: {
      title: 'Induction ended.',
      next: 'It was good until {{endsAt}}. {{clientName}} asks for a current one. Let the worker repeat it, then scan again.',
    },
  },
  credential_missing: {
    worker: {
      title: 'One of your certificates is missing.',
      next: '{{clientName}} asks for it. Send it to your office, then scan again.',
    },
    staff: {
      title: 'Certificate missing.',
      next: '{{clientName}} lets nobody in without it. Ask the contractor to upload it; once it is accepted, scan again.',
    },
  },
  credential_ended: {
    worker: {
      title: 'One of your certificates has ended.',
      next: 'It was good until {{endsAt}}. Send your office a new one.',
    },
    staff: {
      title: 'Certificate ended.',
      next: 'It was good until {{endsAt}}. {{clientName}} asks for a current one. Ask the contractor to upload it, then scan again.',
    },
  },
  not_assigned: {
    worker: { title: 'You have no work order here.', next: 'Ask your office to add you, then scan again.' },
    staff: {
      title: 'No work order here.',
      next: 'The person is on no open work order at {{locationName}}. Ask the office to add them; it arrives here by itself, then scan again.',
    },
  },
  wrong_place: {
    worker: {
      title: 'You are expected somewhere else.',
      next: 'Look at your work order for the place. Please go to {{locationName}}.',
    },
    staff: {
      title: 'Expected at another place.',
      next: 'Work order {{workOrderNumber}} is elsewhere. Event {{eventName}} is elsewhere. It starts at {{startsAt}}. The place is {{locationName}}. Show the worker the way there.',
    },
  },
  order_closed: {
    worker: {
      title: 'Your work order is closed.',
      next: 'It is number {{workOrderNumber}}. Ask your office for a new work date.',
    },
    staff: {
      title: 'Work order closed.',
      next: '{{workOrderNumber}} is completed or cancelled. If work is left, have the office set a new date, then scan again.',
    },
  },
  event_unconfirmed: {
    worker: {
      title: 'Your event is not confirmed.',
      next: 'It is {{eventName}}. Ask your office to confirm it, then scan again.',
    },
    staff: {
      title: 'Event not confirmed.',
      next: '{{eventName}} starts at {{startsAt}} and is still to be confirmed. Ask the office or the client to confirm it; it arrives here by itself, then scan again.',
    },
  },
  event_closed: {
    worker: {
      title: 'Your event does not take place.',
      next: 'It was {{eventName}}. Ask your office for a new work date.',
    },
    staff: {
      title: 'Event over or cancelled.',
      next: '{{eventName}} is completed or cancelled. If people are still wanted, have the office book it again, then scan again.',
    },
  },
  too_early: {
    worker: {
      title: 'You are early.',
      next: 'Your work starts at {{startsAt}}. Please scan again when it is time.',
    },
    staff: {
      title: 'Too early.',
      next: 'Work order {{workOrderNumber}} starts at {{startsAt}}, and its grace has not begun. Event {{eventName}} starts at {{startsAt}}, and its grace has not begun. If work should start now, have the office move the date, then scan again.',
    },
  },
  too_late: {
    worker: {
      title: 'Your work time is over.',
      next: 'It ended at {{endsAt}}. Ask your office for a new work date.',
    },
    staff: {
      title: 'Too late.',
      next: 'Work order {{workOrderNumber}} ended at {{endsAt}}, and its grace is over. Event {{eventName}} ended at {{endsAt}}, and its grace is over. If work is left, have the office set a new date, then scan again.',
    },
  },
  grant_ended: {
    worker: {
      title: 'Your badge has ended.',
      next: 'Ended at {{endsAt}}. Ask your office for a new work date, then make a new badge.',
    },
    staff: {
      title: 'Badge used up.',
      next: 'A badge is good for a set time after its first scan. This one was good until {{endsAt}}. Have the work order moved to a new date, let the worker make a new badge, and scan that.',
    },
  },
  scan_needed: {
    worker: { title: 'Please scan your badge.', next: 'Hold it to the reader.' },
    staff: {
      title: 'A scan is needed.',
      next: 'A first entry always needs one, and this location may want one each time. Ask for the badge and scan it.',
    },
  },
  already_inside: {
    worker: { title: 'You are already checked in.', next: SEE_STAFF },
    staff: {
      title: 'Already inside.',
      next: 'Checked in since {{since}}. Compare the person with the photo. If a checkout was forgotten, check them out, then scan again.',
    },
  },
  inside_other_gate: {
    worker: { title: 'You are already checked in.', next: SEE_STAFF },
    staff: {
      title: 'Already inside.',
      next: 'Checked in at {{gateName}}. Inside since {{since}}. Compare the person with the photo. If a checkout was forgotten, check them out, then scan again.',
    },
  },
  site_full: {
    worker: { title: 'The site is full.', next: 'Please wait here until somebody has left.' },
    staff: {
      title: 'Site full.',
      next: '{{count}} people are inside, and the location allows no more. Look for forgotten checkouts under Inside, or wait until somebody has left.',
    },
  },
  data_too_old: {
    worker: { title: "We can't check badges right now.", next: SEE_STAFF },
    staff: {
      title: 'Data too old for new people.',
      next: 'The last full update was {{since}}. Plug the network cable in and look at Settings; when the data are fresh, scan again.',
    },
  },
  answer_unwanted: {
    worker: { title: 'Please see the gate staff.', next: 'They will tell you what is needed to come in.' },
    staff: {
      title: 'An answer is not the one wanted here.',
      next: 'The location wants another answer before somebody comes in. Put right what was asked about, then scan again.',
    },
  },
  staff_declined: {
    worker: { title: 'Please see the gate staff.', next: 'They will tell you what to do next.' },
    staff: {
      title: 'Not let in by staff.',
      next: 'Somebody looked and did not let the person in. Once it is cleared up, scan again.',
    },
  },
  staff_silent: {
    worker: { title: 'Please scan again.', next: 'Then wait for the gate staff.' },
    staff: {
      title: 'Nobody looked in time.',
      next: 'The person waited, and nobody confirmed at the desk. Have the badge scanned again.',
    },
  },

  record_missing: {
    worker: { title: SEE_STAFF, next: THEY_CHECK },
    staff: {
      title: 'No record of this person here.',
      next: 'It may still be on its way from central. Ask the person for a photo ID, and call the office.',
    },
  },
  data_old_ask: {
    worker: { title: SEE_STAFF, next: THEY_CHECK },
    staff: {
      title: 'Old data: a person must look.',
      next: 'The last full update was {{since}}. Ask for a photo ID and the work order, and see that the network cable is plugged in.',
    },
  },
  photo_check: {
    worker: { title: SEE_STAFF, next: THEY_CHECK },
    staff: {
      title: 'Compare the photo.',
      next: 'The location wants the photo compared before the door opens. Look at both, then confirm.',
    },
  },
  question_asked: {
    worker: { title: SEE_STAFF, next: 'They have a short question for you.' },
    staff: {
      title: 'Questions to ask.',
      next: 'The location wants them answered before the door opens. Ask each, and confirm the answers.',
    },
  },
  not_recorded: {
    worker: { title: SEE_STAFF, next: THEY_CHECK },
    staff: {
      title: 'Could not be written down.',
      next: 'What is not in the journal does not open the door. Write names and times on paper, and free space on the disk of this PC.',
    },
  },

  unreadable: {
    worker: { title: 'We could not read this code.', next: 'Hold it flat and still, a hand away, and try again.' },
    staff: {
      title: 'Code not readable.',
      next: 'Part of it is damaged or covered. Ask for a brighter screen or a new print, and scan again.',
    },
  },
  unknown_format: {
    worker: { title: "We don't know this code.", next: 'Please show your site badge.' },
    staff: {
      title: 'Not a badge.',
      next: 'The code was read, but it is of no kind that this gate knows. Ask for the site badge.',
    },
  },
  unknown_badge: {
    worker: { title: "We don't know this badge.", next: SEE_STAFF },
    staff: {
      title: 'Badge not known here.',
      next: 'Central has told this gate of no such badge. Ask for the newest badge, or have the office make one.',
    },
  },
  unknown_issuer: {
    worker: { title: "We don't know this badge.", next: SEE_STAFF },
    staff: {
      title: 'Badge of an unknown issuer.',
      next: 'It is signed with a key that this gate does not have. Press Sync now and scan again; if nothing changes, have the office make a new badge.',
    },
  },
  bad_signature: {
    worker: { title: "We can't accept this badge.", next: SEE_STAFF },
    staff: {
      title: 'Signature does not match.',
      next: 'The text of this badge is not what its issuer signed. Let nobody in on it, and tell the supervisor.',
    },
  },

  passback_warning: {
    staff: {
      title: 'Was inside already.',
      next: 'Came in twice without going out between. Compare the person with the photo.',
    },
  },
  passback_other_gate: {
    staff: {
      title: 'Was inside already, by another gate.',
      next: 'Came in at {{gateName}}. No going out was seen there or here. Compare the person with the photo.',
    },
  },
  closed_by_rule: {
    staff: {
      title: 'Checked out by the site’s rule.',
      next: 'Nobody saw this person leave. Time on site: about {{inside}}, an estimate. Ask the supervisor to look at the hours.',
    },
  },
  exit_without_entry: {
    staff: { title: 'No entry was seen.', next: 'Ask the person when they came in, and tell the supervisor.' },
  },
  without_record: {
    staff: {
      title: 'No record here yet.',
      next: 'The badge alone spoke for this person. Look again after the next update.',
    },
  },
  data_stale: {
    staff: {
      title: 'Data are getting old.',
      next: 'See that the network cable is plugged in, and look at Settings.',
    },
  },

  not_enrolled: {
    staff: {
      title: 'This gate is not set up yet.',
      next: 'Make an enrolment code at central, then hold its QR to the scanner or type it under Settings.',
    },
  },
  settings_broken: {
    staff: {
      title: 'Part of the settings is unreadable.',
      next: 'The gate goes on with the defaults for that part, and keeps a copy of the file beside settings.json. Correct settings.json, then restart Gatehouse.',
    },
  },
  database_broken: {
    staff: {
      title: 'The journal file is damaged.',
      next: 'Nobody comes in by badge until it is mended. Copy the whole data folder to another disk, then check the copy with the journal tool (verify) and call support.',
    },
  },
  database_newer: {
    staff: {
      title: 'The data are of a newer Gatehouse.',
      next: 'This version leaves them untouched. Install the newest Gatehouse on this PC, then start it again.',
    },
  },
  disk_full: {
    staff: {
      title: 'The disk is full.',
      next: 'Nothing can be written down, so the door stays shut. Delete or move files until 1 GB is free; the gate goes on by itself.',
    },
  },
  disk_nearly_full: {
    staff: {
      title: 'The disk is nearly full.',
      next: 'The last space kept back for the journal is in use. Delete or move files until 1 GB is free.',
    },
  },
  clock_jumped: {
    staff: {
      title: 'The clock of this PC jumped.',
      next: 'Compare the clock in the top bar with your own. Switch on automatic date and time in the system settings.',
    },
  },
  runtime_old: {
    staff: {
      title: 'Running on the test runtime.',
      next: 'It is old and only for trying things out. For a real gate, install Gatehouse from its package.',
    },
  },
  central_unreachable: {
    staff: {
      title: 'No connection to central.',
      next: 'The gate works on, and sends everything later. Check the network cable at the PC and at the wall, then the address under Settings.',
    },
  },
  central_not_ours: {
    staff: {
      title: 'Something else answers for central.',
      next: 'Often it is the sign-in page of a network. Open the address from Settings in a browser on this PC and sign in, or correct the address.',
    },
  },
  central_error: {
    staff: {
      title: 'Central has trouble of its own.',
      next: 'Everything is kept here and sent again by itself. If it lasts an hour, tell whoever runs central at what time it began.',
    },
  },
  gate_unknown: {
    staff: {
      title: 'Central does not know this gate.',
      next: 'The gate works on with what it has. Ask whoever runs central for an enrolment code, and enter it under Settings.',
    },
  },
  gate_not_allowed: {
    staff: {
      title: 'Central does not let this gate in.',
      next: 'The gate works on with what it has. Ask whoever runs central to allow this gate; it tries again by itself.',
    },
  },
  version_too_old: {
    staff: {
      title: 'This program is too old for central.',
      next: 'The gate works on and keeps everything. Have the newest Gatehouse installed on this PC.',
    },
  },
  central_lost_acts: {
    staff: {
      title: 'Central has lost acts that left this PC.',
      next: 'All is well here, and the gate works on. Tell whoever runs central to look for a newer backup.',
    },
  },
  enrol_unknown: {
    staff: {
      title: 'Central does not know this code.',
      next: 'Compare it letter by letter. If it matches, make a new enrolment code at central and use that.',
    },
  },
  enrol_used: {
    staff: {
      title: 'This code was used before.',
      next: 'A code sets up one gate. Make a new enrolment code at central and use that.',
    },
  },
  enrol_ended: {
    staff: {
      title: "This code's time is over.",
      next: 'Make a new enrolment code at central and use it before it ends.',
    },
  },
  device_revoked: {
    staff: {
      title: 'Central has withdrawn this gate.',
      next: 'Nobody is let in here any more. What was recorded is still handed over, then people’s data is removed from this PC. If that was not intended, ask whoever runs central.',
    },
  },
  event_set_aside: {
    staff: {
      title: 'Central did not take an act.',
      next: 'It is kept here, and the others go on. Export it with the journal tool, and send it to whoever runs central.',
    },
  },
  camera_missing: {
    staff: {
      title: 'No camera found.',
      next: 'Plug in the USB cable of the camera, or choose another one under Settings, Camera.',
    },
  },
  camera_busy: {
    staff: {
      title: 'Another program has the camera.',
      next: 'Close programs for video calls and photos; Gatehouse then takes the camera back by itself.',
    },
  },
  camera_denied: {
    staff: {
      title: 'Gatehouse may not use the camera.',
      next: 'Windows: Settings, Privacy, Camera. macOS: System Settings, Privacy, Camera. Linux: sudo usermod -aG video $USER. Allow it there, then restart Gatehouse.',
    },
  },
  camera_dark: {
    staff: {
      title: 'The camera sees only dark.',
      next: 'Take the cover off the lens, wipe the lens, and switch on a light.',
    },
  },
  camera_stalled: {
    staff: {
      title: "The camera's picture stands still.",
      next: 'Pull its USB cable, count to five, and plug it into a socket of the PC itself, not of a hub.',
    },
  },
  port_missing: {
    staff: {
      title: 'The serial device is not there.',
      next: 'Plug in its USB cable. If it is plugged in, choose it anew under Settings, Set up devices.',
    },
  },
  port_busy: {
    staff: {
      title: 'Another program has the port.',
      next: 'Close terminals and tools of the maker that use this device; Gatehouse then takes the port by itself.',
    },
  },
  port_denied: {
    staff: {
      title: 'Gatehouse may not use the port.',
      next: 'On Linux run: sudo usermod -aG dialout $USER. Then sign out and in again, and start Gatehouse.',
    },
  },
  port_lost: {
    staff: {
      title: 'The serial cable came loose.',
      next: 'Plug the USB cable of this device in again; Gatehouse goes on by itself.',
    },
  },
  board_silent: {
    staff: {
      title: 'The door board does not answer.',
      next: 'See that its power lamp is lit and that A and B of its line are not swapped. Then compare its address and speed under Settings, Set up devices, with the board.',
    },
  },
  board_wrong_reply: {
    staff: {
      title: 'The door board answers oddly.',
      next: 'Compare its family and speed under Settings, Set up devices, with its manual, and see that no other board has the same unit number.',
    },
  },
  relay_stuck: {
    staff: {
      title: 'A door relay does not move.',
      next: 'Look whether the door is locked, and stay with it if not. Take the power off the board for ten seconds; if it comes back, replace the board.',
    },
  },
  pulse_unconfirmed: {
    staff: {
      title: 'The door may not have opened.',
      next: 'The board did not confirm. Look at the door and open it by hand if need be, then check the cable of the board.',
    },
  },
  door_effect_unknown: {
    staff: {
      title: 'Not known whether the door opened.',
      next: 'The program stopped between the act and the answer of the door. Look whether the person is inside, and scan again if not.',
    },
  },
  door_not_set_up: {
    staff: {
      title: 'This lane has no door.',
      next: 'People are checked in, but nothing opens. Add the door under Settings, Set up devices, and choose it for this way.',
    },
  },
  door_kept_shut: {
    staff: {
      title: 'The door was kept shut.',
      next: 'It is locked down, another door of the airlock is open, or there is a fire alarm. Look at the doors, then try again.',
    },
  },
  device_host_gone: {
    staff: {
      title: 'Doors and cable scanners are away.',
      next: 'Their program stopped and starts again by itself; open the door by hand until then. If it keeps stopping, pull out one device after the other to find which.',
    },
  },
  window_crashed: {
    staff: {
      title: 'A window stopped and came back.',
      next: 'Nothing is lost. If it happens again, restart Gatehouse.',
    },
  },

  sign_in_needed: { staff: { title: 'Somebody has to sign in first.', next: 'Choose your name and type your PIN.' } },
  not_allowed: {
    staff: {
      title: 'This needs somebody with more rights.',
      next: 'Ask one of the people named to type their PIN here.',
    },
  },
  secret_wrong: {
    staff: { title: 'That PIN or password does not match.', next: 'Look at the name chosen and type it once more.' },
  },
  sign_in_locked: {
    staff: {
      title: 'Too many tries for this name.',
      next: 'Wait until the time shown, or have somebody else sign in.',
    },
  },
  user_gone: {
    staff: {
      title: 'This name is not in use here.',
      next: 'Choose another name, or ask the office to look at the account.',
    },
  },
};
