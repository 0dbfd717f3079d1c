/// The place of the dialogue at which a script is asked what the stand-in shall do.
package struct SMTPMoment: Sendable {
    package var stage: Stage
    /// The client's line without its end, or the connection's greeting (empty).
    package var line: String
    /// Connections are counted from 1.
    package var connection: Int
    /// Mails begun on this connection, counted from 1; 0 before the first.
    package var mail: Int

    package enum Stage: String, Sendable {
        case greeting
        case ehlo
        case startTLS
        case auth
        case mail
        case recipient
        case data
        /// After the final dot.
        case final
        case reset
        case quit
    }
}

/// What a scripted stand-in does at one moment.
package indirect enum SMTPAction: Sendable {
    /// What a well-behaved server does.
    case proceed
    /// Answers with these lines, codes included, and does nothing else.
    case answer([String])
    /// Answers with these lines and closes the connection.
    case answerAndClose([String])
    /// Closes the connection without an answer; a mail is not taken.
    case close
    /// Takes the mail and closes without an answer: the case in which the sender cannot know.
    case takeAndClose
    /// Does what a well-behaved server does, then says these lines unasked and closes.
    case proceedThenClose(saying: [String])
    /// Sends these bytes as they are and does nothing else.
    case garbage([UInt8])
    /// Waits for the signal, then does the other thing.
    case after(StandInSignal, SMTPAction)
}

/// Something a stand-in saw, in order.
package enum SMTPEvent: Sendable {
    case connected(connection: Int)
    /// A command line, without its end; AUTH's own lines are left out.
    case command(connection: Int, line: String)
    case accepted(ReceivedMail)
    case closed(connection: Int)
}
