/// The parts of an Office file, wherever they are kept.
enum PackageParts {
    case zip(ZipArchive)
    case flat(FlatPackage)

    func contains(_ name: String) -> Bool {
        switch self {
        case .zip(let archive): archive.contains(name)
        case .flat(let package): package.contains(name)
        }
    }

    func contents(of name: String) throws(ReadingError) -> [UInt8]? {
        switch self {
        case .zip(let archive): try archive.contents(of: name)
        case .flat(let package): package.contents(of: name)
        }
    }

    /// Of all parts, as they are written and in their order.
    var names: [String] {
        switch self {
        case .zip(let archive): archive.names
        case .flat(let package): package.names
        }
    }

    /// Notes on the container and its entries.
    var noteCount: Int {
        switch self {
        case .zip(let archive): archive.noteCount
        case .flat: 0
        }
    }

    func contentTypes(limits: ReadingLimits) throws(ReadingError) -> ContentTypes {
        switch self {
        case .flat(let package): return package.contentTypes
        case .zip(let archive):
            guard let bytes = try archive.contents(of: "[Content_Types].xml") else { throw .damaged }
            return try ContentTypes(XMLCursor(bytes, limits: limits))
        }
    }
}
