internal import CGMime
internal import Crypto
internal import Distribution
internal import Foundation

/// The wire form of a mail: RFC 5322 and MIME, in 7-bit lines with CR LF.
///
/// The same mail gives the same bytes, boundaries included, so that a repeat is byte for byte the first copy but for
/// the header that says so.
enum MailMessage {
    /// Composes the mail; throws where a value would be unsafe in a header or a line would break RFC 5322.
    static func compose(_ mail: OutgoingMail) throws -> WireMail {
        try MailHeaders.check(mail)
        guard isReady else { throw MailHeaders.Unsafe.gmime }
        return try WireMail(
            returnPath: mail.returnPath,
            to: mail.to,
            envelopeID: mail.envelopeID,
            content: bytes(of: mail)
        )
    }

    private static let isReady: Bool = {
        g_mime_init()
        return true
    }()

    private static func bytes(of mail: OutgoingMail) -> [UInt8] {
        let message = g_mime_message_new(0)
        defer { g_object_unref(message) }
        setHeaders(of: mail, on: message)
        let mixed = g_mime_multipart_new_with_subtype("mixed")
        defer { g_object_unref(mixed) }
        let alternative = g_mime_multipart_new_with_subtype("alternative")
        defer { g_object_unref(alternative) }
        let token = SHA256.hash(data: Data(mail.messageID.utf8)).prefix(12).map { String($0, radix: 36) }
            .joined()
        // No base64 and no quoted-printable line can hold "=_", and so no content can hold a boundary.
        g_mime_multipart_set_boundary(mixed, "=_m\(token)")
        g_mime_multipart_set_boundary(alternative, "=_a\(token)")
        add(textPart("plain", mail.text), to: alternative)
        add(textPart("html", mail.html), to: alternative)
        g_mime_multipart_add(mixed, cast(alternative))
        for attachment in mail.attachments { add(part(attachment), to: mixed) }
        g_mime_message_set_mime_part(message, cast(mixed))
        return written(message)
    }

    private static func setHeaders(of mail: OutgoingMail, on message: UnsafeMutablePointer<GMimeMessage>?) {
        let from = internet_address_mailbox_new(mail.from.name, mail.from.address.text)
        internet_address_set_charset(from, "utf-8")
        internet_address_list_add(g_mime_message_get_addresses(message, GMIME_ADDRESS_TYPE_FROM), from)
        g_object_unref(from)
        let to = internet_address_mailbox_new(nil, mail.to.text)
        internet_address_list_add(g_mime_message_get_addresses(message, GMIME_ADDRESS_TYPE_TO), to)
        g_object_unref(to)
        g_mime_message_set_subject(message, mail.subject, "utf-8")
        let date = g_date_time_new_from_unix_utc(gint64(mail.date.timeIntervalSince1970.rounded(.down)))
        g_mime_message_set_date(message, date)
        g_date_time_unref(date)
        g_mime_message_set_message_id(message, mail.messageID)
        let object: UnsafeMutablePointer<GMimeObject>? = cast(message)
        g_mime_object_append_header(object, "Auto-Submitted", "auto-generated", nil)
        if mail.isRepeat { g_mime_object_append_header(object, "X-Minuted-Repeat", "yes", nil) }
        g_mime_object_append_header(object, "MIME-Version", "1.0", nil)
    }

    private static func textPart(_ subtype: String, _ text: String) -> UnsafeMutablePointer<GMimePart>? {
        let part = g_mime_part_new_with_type("text", subtype)
        g_mime_object_set_content_type_parameter(cast(part), "charset", "utf-8")
        // The composer turns LF into CR LF; any other line end in the text would become data.
        let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        setContent(Array((lines.hasSuffix("\n") ? lines : lines + "\n").utf8), of: part)
        g_mime_part_set_content_encoding(part, GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE)
        return part
    }

    private static func part(_ attachment: OutgoingMail.Attachment) -> UnsafeMutablePointer<GMimePart>? {
        let type = attachment.mediaType.split(separator: "/").map(String.init)
        let part = g_mime_part_new_with_type(type[0], type[1])
        g_mime_object_set_disposition(cast(part), "attachment")
        g_mime_part_set_filename(part, attachment.name)
        setContent(attachment.bytes, of: part)
        g_mime_part_set_content_encoding(part, GMIME_CONTENT_ENCODING_BASE64)
        return part
    }

    private static func setContent(_ bytes: some ContiguousBytes, of part: UnsafeMutablePointer<GMimePart>?) {
        let stream = bytes.withUnsafeBytes {
            g_mime_stream_mem_new_with_buffer($0.bindMemory(to: CChar.self).baseAddress, $0.count)
        }
        defer { g_object_unref(stream) }
        let wrapper = g_mime_data_wrapper_new_with_stream(stream, GMIME_CONTENT_ENCODING_DEFAULT)
        defer { g_object_unref(wrapper) }
        g_mime_part_set_content(part, wrapper)
    }

    /// Hands the part over to the multipart, which keeps it.
    private static func add(
        _ part: UnsafeMutablePointer<GMimePart>?,
        to multipart: UnsafeMutablePointer<GMimeMultipart>?
    ) {
        g_mime_multipart_add(multipart, cast(part))
        g_object_unref(part)
    }

    private static func written(_ message: UnsafeMutablePointer<GMimeMessage>?) -> [UInt8] {
        let format = g_mime_format_options_new()
        defer { g_mime_format_options_free(format) }
        g_mime_format_options_set_newline_format(format, GMIME_NEWLINE_FORMAT_DOS)
        g_mime_format_options_set_param_encoding_method(format, GMIME_PARAM_ENCODING_METHOD_RFC2231)
        let stream = g_mime_stream_mem_new()
        defer { g_object_unref(stream) }
        g_mime_object_write_to_stream(cast(message), format, stream)
        guard let array = g_mime_stream_mem_get_byte_array(cast(stream)), let data = array.pointee.data else {
            return []
        }
        return Array(UnsafeBufferPointer(start: data, count: Int(array.pointee.len)))
    }

    /// GObject's own casts are macros.
    private static func cast<From, To>(_ pointer: UnsafeMutablePointer<From>?) -> UnsafeMutablePointer<To>? {
        UnsafeMutableRawPointer(pointer)?.assumingMemoryBound(to: To.self)
    }
}
