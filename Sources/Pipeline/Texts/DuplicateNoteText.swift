package import Foundation

/// The text of `NAME.note.txt`: that the same document was taken in before, and when.
package struct DuplicateNoteText: Equatable, Sendable {
    package let text: String

    package init(
        droppedAt: Date,
        firstTakenIn: Date,
        reference: String?
    ) {
        var page = PlainText()
        page.title("THIS DOCUMENT WAS TAKEN IN BEFORE")
        page.gap()
        page.field("Dropped", LondonTime.text(droppedAt))

        page.heading("What happened")
        page.paragraph(
            """
            Exactly the same document was taken in on \
            \(LondonTime.text(firstTakenIn))\(reference.map { " as \($0)" } ?? ""). It was not sent again.
            """
        )

        page.heading("What to do")
        page.paragraph(
            "Nothing, if that is what you expected. The first file's receipt says who has the minutes."
        )
        page.paragraph("If you meant to send a corrected version, save the changes and drop the file again.")
        text = page.text
    }
}
