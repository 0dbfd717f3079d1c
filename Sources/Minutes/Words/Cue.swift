/// What a phrase in running text, a label or a title is a sign of; the phrases are in `vocabulary.txt`.
enum Cue: String, CaseIterable, Sendable {
    /// A heading over a table of those who came.
    case attendance
    /// The attendance is kept somewhere else.
    case attendanceElsewhere = "attendance-elsewhere"
    /// Words of something written or said beforehand.
    case writtenSource = "written-source"
    /// A no, in a box for yes or no.
    case denial
    /// How or for how long somebody took part.
    case wayOfTakingPart = "way-of-taking-part"
    /// A report column says that there is one.
    case reportGiven = "report-given"
    /// A report column says that there is none yet.
    case reportNotGiven = "report-not-given"
    /// A report that was not received.
    case reportMissing = "report-missing"
    /// Apologies, but a report came.
    case reportWithApologies = "report-with-apologies"
    /// A column that no attendance table has.
    case otherTableColumn = "other-table-column"
    /// A remark behind a person's name.
    case noteBesidePerson = "note-beside-person"
    /// Somebody will come to another meeting.
    case futureAttendance = "future-attendance"
    /// A column that tells the subject child from the family.
    case relationColumn = "relation-column"
    /// A relation that makes a child the subject.
    case subjectOfMeeting = "subject-of-meeting"
    /// A sentence that may name the child.
    case childSentence = "child-sentence"
    /// The child attends no setting, as a value.
    case noSetting = "no-setting"
    /// A label of the child's school or setting.
    case settingLabel = "setting-label"
    /// A label of the child's name.
    case childNameLabel = "child-name-label"
    /// A label of the child's surname alone.
    case surnameLabel = "surname-label"
    /// A label of the child's forenames alone.
    case forenameLabel = "forename-label"
    /// A label of the date of birth, or of the expected one.
    case birthLabel = "birth-label"
    /// A word such as "number", which makes a reference of the word before it.
    case referenceNoun = "reference-noun"
    /// A word that says what a number is of: case, file, client.
    case referenceQualifier = "reference-qualifier"
    /// A case system's name, which announces a reference by itself.
    case caseSystem = "case-system"
    /// A number that is never the case reference.
    case otherIdentifier = "other-identifier"
    /// A small word that labels have between the words that count.
    case labelFiller = "label-filler"
    /// The words are of another meeting than the one recorded.
    case anotherMeeting = "another-meeting"
    /// A label that may introduce a story as well as a date.
    case loneMeetingLabel = "lone-meeting-label"
    /// A label of a date without a word of what the date is of.
    case bareDateLabel = "bare-date-label"
    /// The words between people and the day on which they met.
    case weMet = "we-met"
    /// A word by which a meeting is said to have been held.
    case heldWord = "held-word"
    /// A word of which titles of minutes are made.
    case meetingWord = "meeting-word"
    /// A word that labels of the meeting's date consist of.
    case meetingDateWord = "meeting-date-word"
    /// A label of somebody who is not the child.
    case otherPersonLabel = "other-person-label"
    /// A label of a name that need not be a child's.
    case weakNameLabel = "weak-name-label"
    /// A label that announces a reference only where a number follows that looks like one.
    case weakReferenceLabel = "weak-reference-label"
    /// Of what kind a school is, in brackets behind its name.
    case settingKind = "setting-kind"
    /// Words before a school that say that a child goes there.
    case settingLead = "setting-lead"
    /// A label of a child's name that needs no colon.
    case leadingNameLabel = "leading-name-label"
    /// A column of a table of actions.
    case actionColumn = "action-column"
    /// A heading over what is told of another meeting.
    case anotherMeetingHeading = "another-meeting-heading"
    /// A word by which a record is signed off.
    case approvalVerb = "approval-verb"
    /// A word for the one who signs records off.
    case chairWord = "chair-word"
    /// A word that a line of sign-off has besides its verb and the signer.
    case signOffFiller = "sign-off-filler"
    /// A sentence that records the sign-off.
    case approvalStatement = "approval-statement"
    /// The minutes of another meeting.
    case otherMinutes = "other-minutes"
    /// A label of the state in which the record is.
    case recordStatusLabel = "record-status-label"
    /// A word that makes a label one of the kind or urgency of the meeting.
    case typeLabelAnchor = "type-label-anchor"
    /// A word that such labels consist of.
    case typeLabelWord = "type-label-word"
    /// A word that opens the name of a strategy meeting.
    case strategyWord = "strategy-word"
    /// A word that ends it.
    case strategyMeetingWord = "strategy-meeting-word"
    /// Urgent, in a line about time and place.
    case urgentPlain = "urgent-plain"
    /// Planned, in a line about time and place.
    case plannedPlain = "planned-plain"
    /// The words say that the meeting itself was out of hours.
    case outOfHoursMeeting = "out-of-hours-meeting"
    /// A label that only records of allegation meetings have.
    case allegationLabel = "allegation-label"
    /// A label of another name of the child.
    case aliasLabel = "alias-label"
    /// Words with which a sentence about the meeting itself opens.
    case meetingOn = "meeting-on"
    /// A title of an invoice or the like.
    case invoiceTitle = "invoice-title"
    /// A title of an invitation.
    case invitationTitle = "invitation-title"
    /// A word by which a title says that it is over a record.
    case recordTitle = "record-title"
    /// A title of the record of another kind of meeting.
    case otherMeetingTitle = "other-meeting-title"
    /// A label of an NHS number.
    case nhsNumberLabel = "nhs-number-label"
    /// A label of a pupil's UPN.
    case pupilNumberLabel = "pupil-number-label"
    /// A label of a school's URN.
    case settingNumberLabel = "setting-number-label"
    /// A word for the record itself.
    case recordNoun = "record-noun"
    /// A stamp of police-sensitive content.
    case policeSensitiveStamp = "police-sensitive-stamp"
    /// A stamp of restricted circulation.
    case restrictedStamp = "restricted-stamp"
    /// A stamp of an address that must not be passed on.
    case confidentialAddressStamp = "confidential-address-stamp"
    /// The sentence speaks of several children.
    case allOfThem = "all-of-them"
    /// A label that letters have beside their own date.
    case letterheadLabel = "letterhead-label"
    /// A heading over the day, time and place of the meeting.
    case meetingHeading = "meeting-heading"
    /// The next date is one on which the meeting was not held after all.
    case movedFrom = "moved-from"
    /// A word beside the date of a file or form.
    case dateOfFile = "date-of-file"
    /// The decision on the threshold.
    case thresholdDecision = "threshold-decision"
    /// The child's views.
    case childsViews = "childs-views"
    /// The child is below school age.
    case belowSchoolAge = "below-school-age"
    /// The child attends no setting, in a sentence.
    case attendsNoSetting = "attends-no-setting"
    /// The sentence is not sure of it.
    case exemptionDoubt = "exemption-doubt"
    /// Beside these words a bare date is the day of signing.
    case signatureNearby = "signature-nearby"
    /// A sentence that says when the meeting was.
    case meetingBegan = "meeting-began"
    /// A title of an allegation meeting.
    case allegationMeeting = "allegation-meeting"
    /// A title of a complex strategy meeting.
    case complexMeeting = "complex-meeting"
    /// A title of a review meeting.
    case reviewMeeting = "review-meeting"
    /// A title of a strategy meeting.
    case strategyTitle = "strategy-title"
    /// The text speaks of a strategy meeting at all.
    case strategyMention = "strategy-mention"
    /// A type field says urgent.
    case urgentWord = "urgent-word"
    /// A type field says planned.
    case plannedWord = "planned-word"
    /// A sentence says that the meeting was urgent.
    case urgentMeeting = "urgent-meeting"
    /// A sentence says that the meeting was planned.
    case plannedMeeting = "planned-meeting"
    /// The meeting was out of hours.
    case outOfHours = "out-of-hours"
    /// The record is a draft.
    case draftRecord = "draft-record"
    /// A draft of something else.
    case draftOfOther = "draft-of-other"
    /// A label that looks like the sign-off's and is not.
    case notApprovalLabel = "not-approval-label"
    /// A label of somebody else's signature.
    case otherSignatory = "other-signatory"
    /// The sign-off is still to come.
    case signOffMissing = "sign-off-missing"
    /// The sentence speaks of a sign-off that has not been given.
    case approvalPending = "approval-pending"
    /// What a chair approves.
    case approvedThing = "approved-thing"
    /// A heading of a part, not of minutes.
    case partOfMinutes = "part-of-minutes"
    /// An invitation or agenda speaks.
    case invitationText = "invitation-text"
    /// A title of guidance on strategy meetings.
    case guidanceTitle = "guidance-title"
    /// A title of training material or news.
    case trainingTitle = "training-title"
    /// A title of a referral or request.
    case referralTitle = "referral-title"
    /// Something is still to come.
    case notYetReceived = "not-yet-received"
    /// Sent to the partner, not by it.
    case sentTheOtherWay = "sent-the-other-way"
    /// A contact with somebody.
    case contactMade = "contact-made"
    /// A plain account of a contact.
    case contactReported = "contact-reported"
    /// The contact was for this meeting.
    case forTheMeeting = "for-the-meeting"
    /// A contact still to be made.
    case futureContact = "future-contact"
    /// A contact that was not made or gave nothing.
    case failedContact = "failed-contact"
    /// A verb by which somebody gives information.
    case reportingVerb = "reporting-verb"
    /// A label that opens a fact wherever a line shows it.
    case factLabel = "fact-label"
    /// A word that labels of forms have.
    case labelWord = "label-word"
    /// A label's word for another date than the meeting's.
    case otherDate = "other-date"
    /// A label of the meeting's date.
    case meetingDateLabel = "meeting-date-label"
    /// A word that no name consists of.
    case notAName = "not-a-name"
    /// A word that organisations' names have.
    case organisationWord = "organisation-word"
    /// A word that may stand beside an agency in a label.
    case besideAgency = "beside-agency"
    /// A word that names of settings have.
    case settingWord = "setting-word"
    /// A form's label for who came for an agency.
    case representativeLabel = "representative-label"
    /// A form's label for whether an agency took part.
    case answerLabel = "answer-label"
    /// Marked as police-sensitive.
    case policeSensitive = "police-sensitive"
    /// Marked as restricted.
    case restrictedCirculation = "restricted-circulation"
    /// Marked with a confidential address or placement.
    case confidentialAddress = "confidential-address"
    /// A label of the time at which the meeting began.
    case timeLabel = "time-label"
    /// A label's word for another time.
    case otherTime = "other-time"
    /// A label of a field that chooses the kind or urgency of the meeting.
    case typeLabel = "type-label"
    /// A type field says review.
    case reviewWord = "review-word"
    /// A title of an out-of-hours discussion.
    case outOfHoursTitle = "out-of-hours-title"
    /// A label of where or how the meeting was held.
    case holdingLabel = "holding-label"
    /// A remark that the person's name is not known.
    case nameMissing = "name-missing"
    /// A form's question about an agency's part in the meeting.
    case agencyQuestion = "agency-question"
    /// A question that goes on about the agency asked for last.
    case followUpQuestion = "follow-up-question"
    /// The words are of a referral or another meeting.
    case anotherOccasion = "another-occasion"
    /// Somebody got in touch with somebody.
    case contactVerb = "contact-verb"
    /// A word for somebody's trade or office, whatever the trade.
    case roleWord = "role-word"
    /// A word that names of teams inside an organisation have.
    case teamWord = "team-word"
    /// A word by which a remark is told from a role or an organisation.
    case sentenceWord = "sentence-word"
    /// What somebody did in the meeting, beside a role.
    case officeInMeeting = "office-in-meeting"
    /// A word that is also a surname or a given name.
    case alsoAName = "also-a-name"
    /// Who led the meeting, beside a role.
    case chairInMeeting = "chair-in-meeting"
    /// What somebody sends who does not come.
    case contributionWord = "contribution-word"
    /// How it came.
    case arrivalWord = "arrival-word"
    /// A column heading that speaks of an earlier meeting.
    case earlierMeeting = "earlier-meeting"
    /// Somebody was asked to come, which is no information from her or him.
    case invitation = "invitation"
    /// A verb by which somebody tells something.
    case tellingVerb = "telling-verb"
    /// A verb by which somebody hands something over.
    case givingVerb = "giving-verb"
    /// A word that makes a verb something still to be done, or not done.
    case modalWord = "modal-word"
    /// Parents, the child and whoever belongs to them.
    case familyWord = "family-word"
    /// People of a partner under its own label: "staff", "the head".
    case staffWord = "staff-word"
    /// On the day of the meeting.
    case onTheDay = "on-the-day"
    /// By what means a contact was made.
    case meansOfContact = "means-of-contact"
    /// Words that outweigh those of a contact that failed.
    case contactDespite = "contact-despite"
    /// In a heading over people: those who came.
    case presentHeading = "present-heading"
    /// A word of a heading over people that adds nothing.
    case headingFiller = "heading-filler"
    /// A word that denies.
    case negation
    /// A verb that ends what is said of who somebody is.
    case clauseWord = "clause-word"
    /// Somebody writes or rings only to say that she or he does not come.
    case absenceWord = "absence-word"
    /// What people come to, chair and take notes of.
    case meetingNoun = "meeting-noun"
    /// A sentence names another meeting than this one.
    case otherMeeting = "other-meeting"
    /// The text tells who was at a meeting.
    case accountOfAttendance = "account-of-attendance"
    /// Somebody was not asked to take part.
    case notAsked = "not-asked"
    /// The writer of the minutes names herself or himself.
    case authorPhrase = "author-phrase"
    /// A label of who wrote the record.
    case authorLabel = "author-label"
}
