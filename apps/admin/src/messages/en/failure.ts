import type { Translated } from '../messages';
import type { failure as chinese } from '../zh-CN/failure';

export const failure: Translated<typeof chinese> = {
  refusal: {
    'action-not-known-here':
      'This matter has already moved on, so this step is no longer open. Nothing was changed. Load the latest and look again.',
    'role-not-allowed': 'This step belongs to another role. Nothing was changed. Please ask the person in charge.',
    'field-missing': 'Something required is not filled in. What you typed is still here; complete it and send again.',
    'field-invalid': 'One entry has the wrong form. What you typed is still here; correct it and send again.',
    'date-in-future':
      'The day it was done cannot lie in the future. What you typed is still here; enter the actual day.',
    'date-too-late':
      'It can begin by the end of the year after next at the latest. What you typed is still here; choose another day.',
    'date-in-past': 'A planned day cannot lie in the past. What you typed is still here; choose another day.',
    'done-before-window': 'That day is before this work began. What you typed is still here; check the date.',
    'year-taken': 'There is already a plan for this year. Nothing was created. Open that plan and go on there.',
    'year-not-later':
      'The new plan’s year must be later than that of the plan it starts from. Nothing was created. Choose another year, or an earlier plan.',
    'year-out-of-range': 'That year cannot be planned. Nothing was created. Check the year.',
    'plan-not-editable':
      'The plan has been submitted or published and cannot be changed now. Nothing was changed. A leader can send it back.',
    'plan-empty': 'The plan has no items yet. It was not submitted. Add at least one item first.',
    'title-missing': 'The title is missing. What you typed is still here; add a title.',
    'townships-missing': 'No committee is chosen. Choose at least one.',
    'not-below': 'An item can only be passed to committees below this one. Nothing was passed down.',
    'passed-down-already':
      'One of the chosen committees has this item already. Nothing was passed down. Remove it and try again.',
    'plan-has-undone':
      'Some of the plan is not done. It was not closed. Say why for each on the page “Close the plan”, then close it there.',
    'plan-not-open':
      'This committee has no plan for the year, or it is submitted or published. Nothing was changed. Start a draft, or amend the published plan, then accept.',
    'name-missing': 'The name is missing. What you typed is still here; please add it.',
    'anchor-key-invalid':
      'The name takes letters, digits and hyphens, 60 at most. What you typed is kept; please change it.',
    'provisional-without-date': 'A provisional day needs a date; if none is known, mark it open.',
    'date-outside-year': 'The date lies outside this year and its neighbours. Please check the year.',
    'spans-missing': 'Choose at least one period.',
    'span-out-of-range': 'There is no such period; check month and quarter.',
    'span-twice': 'The same period is chosen twice; remove one.',
    'anchor-unknown': 'There is no such reference day; choose one from the list.',
    'offset-out-of-range': 'Too far from the reference day; stay within a year.',
    'rule-unreadable': 'The rule cannot be read; write it as in RFC 5545, for example FREQ=MONTHLY;BYMONTHDAY=25.',
    'rule-too-fine': 'A plan knows days, not hours; take the time of day out of the rule.',
    'rule-contradictory': 'Parts of the rule cannot stand together; take one of them out.',
    'rule-incomplete':
      'The rule does not say on which day; add BYMONTHDAY, BYDAY or, for a day of the year, BYMONTH too.',
    'rule-unsupported': 'Calendars read this kind of rule differently; write it more simply, or as two items.',
    'rule-beyond-year': 'A plan covers one year; take out the interval that reaches into the next.',
    'rule-without-dates': 'The rule has no date in the plan’s year; change it.',
    'times-out-of-range': 'Times in each period run from 1 to 12.',
    'leader-unknown': 'The leader in charge holds no such office today; choose another.',
    'group-unknown': 'There is no such group; choose another.',
    'window-reversed': 'The end lies before the start. What you typed is still here; adjust the dates.',
    'window-outside-year': 'The dates lie outside the plan’s year. What you typed is still here; adjust the dates.',
    'target-out-of-range': 'The number must be from 1 to 99. What you typed is still here; correct the number.',
    'participants-missing': 'A solicitation needs participants. What you typed is still here; choose “All members”.',
    'responsible-unknown':
      'The person in charge does not serve in this committee. What you typed is still here; choose someone else.',
    'task-not-open': 'This task is already done or cancelled. Nothing was recorded twice. Refresh to see the result.',
    'task-not-overdue': 'This task is not overdue, so there is nothing to confirm. Nothing was changed.',
    'task-not-by-contribution':
      'This task is not counted in pieces. Nothing was changed. Use the action on the task’s page.',
    'date-before-opening': 'That day is before this task began. What you typed is still here; check the date.',
    'amount-invalid': 'The number must be a whole number from 1 to 99. What you typed is still here; correct it.',
    'answer-missing': 'It is not said yet who comes. What you typed is still here: choose an answer and send again.',
    'not-your-task': 'This task belongs to someone else. Nothing was changed.',
    'already-on-hold': 'This task is already paused. Nothing was changed.',
    'not-on-hold': 'This task is not paused. Nothing was changed.',
    'task-on-hold': 'This task is paused, and nobody is urged meanwhile. Nothing was sent. Resume it first.',
    'urged-today': 'It was urged today already. Nothing was sent twice. Look again tomorrow.',
    'holder-is-member':
      'A member owes this, and no slip is issued to members. Nothing was changed. A courteous urging can be sent instead.',
    'not-an-invitation': 'Leave is asked for from an invitation only. Nothing was changed.',
    'leave-requested': 'Leave has been asked for already and is being decided. Nothing was sent twice.',
    'call-recorded':
      'A colleague has just recorded a call to this person. See below what it came to; nothing was recorded twice.',
    'link-ended': 'What this link was sent for has ended. Nothing was changed.',
    'same-person': 'Both are the same person. Nothing was changed. Choose somebody else to take over.',
    'person-unknown': 'That person holds no office here. Nothing was changed. Choose somebody else.',
    'nothing-to-hand-over':
      'That person owes nothing that could be handed over; what a member owes in person cannot be. Nothing was changed.',
    'slip-open':
      'There is an open slip about this task already. Nothing was issued. See how it stands among the slips.',
    'wording-too-long': 'The wording is too long: at most 120 characters. Shorten it and save again.',
    'wording-braces': 'A brace stands alone. A gap has two on each side; insert it with its button.',
    'wording-gap-unknown': 'There is a gap nobody can fill. Only 事项, 期限 and 承办人 are known.',
    'wording-gap-missing':
      'A gap is missing without which nobody knows what, by when or whose it is. Add the one that is named.',
    'wording-pressing': 'Members are never pressed (逾期, 督办 and the like). Choose words that ask: 敬请, 盼您.',
    'wording-not-known-here': 'There is no such wording. Reload the page and try again.',
    'text-missing': 'The text is missing. Write something and send again.',
    'not-the-top-committee':
      'The holiday notice holds for every committee here: only an administrator of the topmost committee enters it or takes it back. Nothing was changed.',
    'notice-faulty':
      'Something in the notice cannot be read or contradicts itself. Nothing was changed. Try it first, mend what is listed, then enter it.',
    'notice-not-entered': 'No notice of this year was entered, so there is none to take back. Nothing was changed.',
    'notice-came-with-product':
      'The notice of this year came with the product and cannot be taken back. Nothing was changed. If it is wrong, correct the holidays.',
    'closing-name-missing': 'The closing day has no name. What you typed is still here; say why you close.',
    'closing-in-past':
      'Days that have passed are not changed any more. Nothing was changed. Choose today or a later day.',
    'closing-exists': 'This day is a closing day already. Nothing was added.',
    'closing-needless': 'Nobody works on this day anyway. Nothing was added, and nothing is needed.',
    'rungs-missing': 'A ladder has no rung. Nothing was saved. Please give it at least one.',
    'rungs-out-of-order':
      'The rungs are out of order. Nothing was saved. Please list them from the farthest day to the last, one a day.',
    'rung-days-invalid':
      'A rung’s days are not right. Nothing was saved. Fifteen days ahead and more count by the calendar, all others in working days, a year at most.',
    'rung-name-untrue': 'A rung’s name does not say its days. Nothing was saved. Please write it like T-3, T+0 or T+1.',
    'rung-form-untrue':
      'A rung says what is not true on its day: before the date it can only announce, “due today” belongs to the day, questions and reports come after it. Nothing was saved.',
    'rung-recipient-wrong':
      'A rung speaks to the wrong person: the question goes to the clerk, a report to a leader, “past its date” to the holder. Nothing was saved.',
    'leader-before-question':
      'Before anything is reported to a leader the clerk must be asked whether it was done but not recorded. Nothing was saved. Please add the question first.',
    'leader-before-answer':
      'A step reports to a leader before the clerk had the time to answer, and would come later than it says. Nothing was saved. Please move the step to a later day, or shorten the time the clerk has to answer.',
    'lights-out-of-order':
      'The lights are out of order: the first begins with the task, the others follow in time. Nothing was saved.',
    'light-untrue':
      'A light says what is not true: nothing is overdue before its date, nor on track after it. Nothing was saved.',
    'light-repeated': 'One colour or one word stands for two things. Nothing was saved. Please use each once.',
    'lights-without-overdue':
      'No light shows at once that a date has passed. Nothing was saved. Please let one begin 0 working days after it.',
    'length-out-of-range': 'A number is out of range. Nothing was saved. Please enter a suitable whole number.',
    'zone-unknown': 'There is no such time zone. Nothing was saved. Please enter one like Asia/Shanghai.',
    'time-invalid': 'A time cannot be read. Nothing was saved. Please write it like 09:00.',
    'quiet-hours-reversed':
      'Quiet hours run from the evening to the next morning. Nothing was saved. Please mend their ends.',
    'reminded-in-quiet-hours':
      'The hour of reminders lies in the quiet hours. Nothing was saved. Please choose one by day.',
    'ladder-unknown':
      'No duty of this kind exists that could use the ladder. Nothing was saved. Please check its name.',
    'member-pressed':
      'Members are not written to after their date; the clerk is asked instead. Nothing was saved. Please take this rung out.',
    'stand-in-for-oneself': 'Nobody can stand in for themselves. Nothing was saved. Please choose somebody else.',
    'not-in-office':
      'The person chosen holds no office here on that day. Nothing was saved. Please check the person and the date.',
    'stand-in-overlaps':
      'Somebody stands in during this time already. Nothing was saved. Please end that first, or change the dates.',
    'delegate-not-of-leader':
      'Only a leader can have a delegate. Nothing was saved. Please choose a leader, or let somebody only receive the reminders.',
    'delegate-by-leader-only':
      'A delegate is named by the leader in person or by an administrator. Nothing was saved. Please ask the leader.',
    'name-invalid':
      'The name holds characters that cannot be read. Nothing was saved. Write the name alone, in characters or letters.',
    'name-too-short': 'A name has at least two characters. Nothing was saved. Write the full name.',
    'name-taken':
      'There is one of this name already. Nothing was saved. Choose another name, or change the existing one.',
    'phone-invalid':
      'The phone number is not right. Nothing was saved. A mobile number has 11 digits; a landline has its area code, as in 0578-2123456.',
    'phone-rounded': 'Excel has rounded the phone number and its last digits are lost. Enter the full number again.',
    'phone-of-another':
      'This number belongs to somebody else. Nothing was saved. Check the number; if two people share it, tick “another person”.',
    'same-name':
      'There is somebody of this name already. Nothing was saved. See whether it is the same person; if not, tick “another person”.',
    'unit-missing': 'The unit has no name. What you entered is still here; please add it.',
    formula: 'The text begins with an equals sign like a formula. Nothing was saved. Write it as text.',
    'too-long': 'The text is too long. Nothing was saved. Please shorten it.',
    'ends-before-it-began': 'The last day is before the office began. Nothing was saved. Check the date.',
    'last-administrator':
      'No other administrator of the committee signs in. Nothing was changed. Appoint another one first, with a login.',
    'file-empty': 'The file or the pasted text is empty. Nothing was changed. Check it and try again.',
    'file-too-large': 'The file is too large. Nothing was changed. Take out pictures, or split it into several files.',
    'file-not-a-table':
      'This file cannot be opened; it is no intact Excel file. Nothing was imported. Save it as .xlsx in Excel and try again.',
    'file-old-excel':
      'This is an old .xls file, or it has a password. Nothing was changed. Save it as .xlsx without one and try again.',
    'file-undecodable':
      'The text of the file is unreadable. Nothing was changed. Save it as .docx or .xlsx and try again.',
    'file-too-many-rows': 'Too many rows: at most 20,000 at a time. Nothing was imported. Split it into several files.',
    'file-too-many-columns': 'Too many columns: at most 60. Nothing was imported. Keep the columns of the roster only.',
    'roster-without-heading':
      'No heading row was found. Nothing was imported. One row has to name the columns, among them 姓名 (name), or 单位 (unit) for handling units.',
    'roster-changed':
      'The roster has changed since the preview; nothing was imported. Below is a new preview by the roster as it is now: check it and import again.',
    'roster-without-change': 'The list says what the roster says; there is nothing to import.',
    'roster-faulty':
      'The list still has faulty rows. A new term needs a complete list: nothing was imported. Mend every faulty row first.',
    'successor-missing':
      'Somebody who leaves still has open duties, and nobody is named to take them over. Nothing was imported. Choose who takes them over.',
    'successor-unknown':
      'The person to take over is not in office, or leaves as well. Nothing was imported. Choose somebody else.',
    'held-outside-year': 'The date does not lie in the year chosen. Nothing was recorded. Check the date or the year.',
    'value-invalid': 'A figure is a number not below zero. Nothing was recorded. Check it.',
    'figure-known':
      'This figure is on record for the year already, or ticked twice. Nothing was recorded. Keep one, or take the old one back first.',
    'run-closed': 'It has ended, or its plan is closed. Nothing was moved.',
    'run-held': 'It was held already; only what follows is owed. Nothing was moved.',
    'run-on-hold': 'It is on hold. Nothing was moved. Let it go on first, then move it.',
    'run-due':
      'It is due today or was due before: it is not moved, so that lateness stays visible. Nothing was moved. Do it soon, or have a leader call it off.',
    'date-unchanged': 'That is the day it has. Choose another one.',
    'range-invalid': 'The dates are the wrong way round or too far apart. Choose up to about four months.',
    'host-invalid':
      'This is no address of a mail server. Nothing was saved. Give a host name or an IP, such as smtp.example.gov.cn.',
    'port-invalid': 'This is no port. Nothing was saved. Usual ones are 465, 587 and 25.',
    'email-invalid': 'This is no mail address. Nothing was saved. Please check it, such as zhangsan@example.com.',
    'public-address-invalid':
      'This is no public address. Nothing was saved. Give it up to the host name, such as https://xushi.example.gov.cn.',
    'nothing-to-send': 'These mails have left or are just leaving. Nothing was sent twice. Please look again.',
    'several-people':
      'The mails belong to several people, who cannot share one address. Nothing was sent. Mend one person at a time.',
    'no-mail-server':
      'There is no mail server yet. Nothing was sent; the mails stay in the outbox. The county’s administrator enters one in the settings.',
    'already-set-up': 'The system is already set up. Nothing was changed. Please sign in.',
    'password-too-short': 'The password is too short. Nothing was saved. Choose one of at least 8 characters.',
    'password-same': 'That is the password you have. It is unchanged. Choose another one.',
    'login-name-invalid':
      'This cannot be a login name. Nothing was saved. Use 2 to 64 letters or digits, with . _ - @ between them and no blanks.',
    'login-name-taken':
      'Somebody has this login name. Nobody was given a login. Choose another, for example with a number after it.',
    'login-exists': 'This person has a login. Nobody was given one. Load the page again.',
    'login-missing': 'This person has no login. Nothing was changed. Load the page again.',
    'login-kept-above':
      'This person also serves in another committee: an administrator above both keeps the login. Nothing was changed.',
    'password-wrong': 'The current password is wrong. Your password is unchanged. Type it again.',
    'file-old-word': 'This is an old Word (.doc) or WPS file. Open it, save it as .docx and choose that one.',
    'file-pdf':
      'A PDF holds a layout, not a text. Choose the Word file it was made from, or copy its text and paste it.',
    'file-encrypted': 'The file has a password. Save it without one, or open it, copy the text and paste it.',
    'file-kind-unknown': 'This kind of file cannot be read. Choose .docx, .xlsx or .txt, or paste the text.',
    'file-damaged': 'The file does not open: it is damaged or was renamed. Open and save it again, or paste the text.',
  },
  unreachable:
    'The server cannot be reached. What you typed is still on this page. Check the connection and try again.',
  defect:
    'Something went wrong here and this was not completed; what was saved before is safe. Try again later, or tell your administrator.',
  trace: 'Reference: {{trace}}',
  forbidden: 'Your role may not see or do this. Nothing was changed. Ask your administrator if you need it.',
  missing: 'This was not found: removed, or not in your committee. Nothing was changed.',
  signedOut: 'Your session has ended. What was saved is safe; sign in again to go on.',
  conflictTitle: 'This has changed since you opened it',
  conflictPress:
    'By a colleague, or by you in another window. This was not done and nothing was changed: load the latest and look again.',
  conflict:
    'By a colleague, or by you in another window. This attempt was not saved; what you typed is still here. Load the latest, or keep typing and save once more.',
};
