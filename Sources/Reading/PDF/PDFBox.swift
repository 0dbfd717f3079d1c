/// A rectangle on a page: points from its top left corner, y going down.
struct PDFBox: Equatable {
    var x0: Double
    var y0: Double
    var x1: Double
    var y1: Double

    var width: Double { x1 - x0 }
    var height: Double { y1 - y0 }
    var middle: PDFPoint { PDFPoint(x: (x0 + x1) / 2, y: (y0 + y1) / 2) }

    func contains(_ point: PDFPoint, slack: Double = 0) -> Bool {
        point.x >= x0 - slack && point.x <= x1 + slack && point.y >= y0 - slack && point.y <= y1 + slack
    }

    func contains(_ other: PDFBox, slack: Double = 0) -> Bool {
        other.x0 >= x0 - slack && other.x1 <= x1 + slack && other.y0 >= y0 - slack
            && other.y1 <= y1 + slack
    }

    func intersects(_ other: PDFBox) -> Bool {
        other.x0 < x1 && other.x1 > x0 && other.y0 < y1 && other.y1 > y0
    }

    func union(_ other: PDFBox) -> PDFBox {
        PDFBox(x0: min(x0, other.x0), y0: min(y0, other.y0), x1: max(x1, other.x1), y1: max(y1, other.y1))
    }

    func overlap(_ other: PDFBox) -> Double {
        max(0, min(x1, other.x1) - max(x0, other.x0)) * max(0, min(y1, other.y1) - max(y0, other.y0))
    }
}

struct PDFPoint: Equatable {
    var x: Double
    var y: Double
}

/// The way in which letters run, in quarter turns clockwise from left to right.
enum PDFTurn: Int {
    case none = 0
    case down = 1
    case upsideDown = 2
    case up = 3

    /// The way of letters that advance by this much; nil for those that run aslant.
    init?(dx: Double, dy: Double) {
        if abs(dy) <= abs(dx) * 0.03 {
            self = dx >= 0 ? .none : .upsideDown
        } else if abs(dx) <= abs(dy) * 0.03 {
            self = dy >= 0 ? .down : .up
        } else {
            return nil
        }
    }

    /// How it looks on a page that is turned so that `page` becomes left to right.
    func seen(after page: PDFTurn) -> PDFTurn {
        PDFTurn(rawValue: (rawValue - page.rawValue + 4) & 3) ?? .none
    }
}

/// Turns a page of this size so that letters which run in one way run from left to right.
struct PDFTurning {
    var turn: PDFTurn
    var width: Double
    var height: Double

    func point(_ x: Double, _ y: Double) -> PDFPoint {
        switch turn {
        case .none: PDFPoint(x: x, y: y)
        case .down: PDFPoint(x: y, y: width - x)
        case .upsideDown: PDFPoint(x: width - x, y: height - y)
        case .up: PDFPoint(x: height - y, y: x)
        }
    }

    func box(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) -> PDFBox {
        let (a, b) = (point(x0, y0), point(x1, y1))
        return PDFBox(x0: min(a.x, b.x), y0: min(a.y, b.y), x1: max(a.x, b.x), y1: max(a.y, b.y))
    }

    /// Width and height of the page once it is turned.
    var size: (width: Double, height: Double) {
        turn == .none || turn == .upsideDown ? (width, height) : (height, width)
    }
}
