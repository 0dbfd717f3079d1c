import CGMime

/// A message as GMime parsed it, alive for as long as its parts are looked at.
final class MailMessage {
    private let message: UnsafeMutablePointer<GMimeMessage>
    private let bytes: OwnedBytes
    let root: MailPart

    /// GMime's set-up is not safe to run twice at once.
    private static let isReady: Bool = {
        g_mime_init()
        return true
    }()

    /// Does what GMime does only once, part of which needs files that a confined process cannot open.
    static func prepare() { _ = isReady }

    init(_ source: [UInt8]) throws(ReadingError) {
        MailMessage.prepare()
        let bytes = OwnedBytes(source)
        let start = bytes.filled.baseAddress?.assumingMemoryBound(to: CChar.self)
        guard let stream = g_mime_stream_mem_new_with_buffer(start, bytes.count) else { throw .damaged }
        defer { g_object_unref(stream) }
        guard let parser = g_mime_parser_new_with_stream(stream) else { throw .damaged }
        defer { g_object_unref(parser) }
        if source.starts(with: "From ".utf8) { g_mime_parser_set_format(parser, GMIME_FORMAT_MBOX) }
        guard let message = g_mime_parser_construct_message(parser, nil) else { throw .damaged }
        guard let root = g_mime_message_get_mime_part(message) else {
            g_object_unref(message)
            throw .damaged
        }
        self.message = message
        self.bytes = bytes
        self.root = MailPart(root)
    }

    deinit { g_object_unref(message) }
}

/// One MIME entity (RFC 2045), valid while its `MailMessage` lives.
struct MailPart {
    private let object: UnsafeMutablePointer<GMimeObject>

    fileprivate init(_ object: UnsafeMutablePointer<GMimeObject>) { self.object = object }

    func isType(_ type: String, _ subtype: String) -> Bool {
        g_mime_content_type_is_type(g_mime_object_get_content_type(object), type, subtype) != 0
    }

    var children: [MailPart]? {
        guard let multipart: UnsafeMutablePointer<GMimeMultipart> = cast(g_mime_multipart_get_type()) else {
            return nil
        }
        return (0..<g_mime_multipart_get_count(multipart)).compactMap {
            g_mime_multipart_get_part(multipart, $0).map(MailPart.init)
        }
    }

    /// The body of the message that this part holds.
    var message: MailPart? {
        guard let part: UnsafeMutablePointer<GMimeMessagePart> = cast(g_mime_message_part_get_type()),
            let message = g_mime_message_part_get_message(part)
        else { return nil }
        return g_mime_message_get_mime_part(message).map(MailPart.init)
    }

    var isAttachment: Bool {
        if let disposition = g_mime_object_get_disposition(object).map({ String(cString: $0) }) {
            if disposition.lowercased() == "attachment" { return true }
        }
        return fileName != nil
    }

    /// S/MIME (RFC 8551) or PGP (RFC 3156) that needs a key.
    var isEncrypted: Bool {
        if isType("multipart", "encrypted") { return true }
        guard isType("application", "pkcs7-mime") || isType("application", "x-pkcs7-mime") else {
            return false
        }
        return parameter("smime-type")?.lowercased() != "signed-data"
    }

    /// Signatures, pictures that a signature shows, delivery notes and calendar entries.
    var isDecoration: Bool {
        if isType("application", "pgp-signature") || isType("application", "pkcs7-signature")
            || isType("application", "x-pkcs7-signature") || isType("application", "pgp-encrypted")
        {
            return true
        }
        return isType("image", "*") && (!isAttachment || g_mime_object_get_content_id(object) != nil)
    }

    /// Sent as a Word document, whatever its bytes turn out to be.
    var isOfficeFile: Bool {
        isType("application", "vnd.openxmlformats-officedocument.wordprocessingml.document")
            || fileName?.lowercased().hasSuffix(".docx") == true
    }

    /// The content without its transfer encoding.
    func bytes() -> [UInt8] {
        guard let part: UnsafeMutablePointer<GMimePart> = cast(g_mime_part_get_type()),
            let content = g_mime_part_get_content(part), let stream = g_mime_stream_mem_new()
        else { return [] }
        defer { g_object_unref(stream) }
        g_mime_data_wrapper_write_to_stream(content, stream)
        let memory = UnsafeMutableRawPointer(stream).assumingMemoryBound(to: GMimeStreamMem.self)
        guard let array = g_mime_stream_mem_get_byte_array(memory), let data = array.pointee.data else {
            return []
        }
        return [UInt8](UnsafeBufferPointer(start: data, count: Int(array.pointee.len)))
    }

    /// The text of a text part, decoded, and unfolded where its lines flow (RFC 3676).
    func text() throws(ReadingError) -> String {
        let text = try TextDecoding.text(bytes(), charset: parameter("charset"))
        guard parameter("format")?.lowercased() == "flowed" else { return text }
        return FlowedText.unfolded(text, deletesSpaces: parameter("delsp")?.lowercased() == "yes")
    }

    private var fileName: String? {
        guard let part: UnsafeMutablePointer<GMimePart> = cast(g_mime_part_get_type()) else { return nil }
        return g_mime_part_get_filename(part).map { String(cString: $0) }
    }

    private func parameter(_ name: String) -> String? {
        g_mime_object_get_content_type_parameter(object, name).map { String(cString: $0) }
    }

    private func cast<T>(_ type: GType) -> UnsafeMutablePointer<T>? {
        let raw = UnsafeMutableRawPointer(object)
        guard g_type_check_instance_is_a(raw.assumingMemoryBound(to: GTypeInstance.self), type) != 0 else {
            return nil
        }
        return raw.assumingMemoryBound(to: T.self)
    }
}
