package org.zhubao.roster.excel;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.LocationInfo;
import org.codehaus.stax2.XMLStreamReader2;
import org.zhubao.roster.RosterFileRefused;
import org.zhubao.roster.RosterFileRefused.Reason;

/**
 * Looks for what would make the sheet reader swell: document types with entities, deep nesting, endless texts, names without
 * number, cells far outside a sheet, and shared strings beyond the table, which the reader would fill up to that place.
 */
final class XmlGuard {

    private static final int MAX_DEPTH = 100;
    /** Bytes between two tags. A cell holds 32,767 characters, each of eight bytes at most. */
    private static final int MAX_TEXT = 500_000;

    private static final int MAX_ADDRESS = "XFD1048576".length();
    private static final int MAX_FORMULA_RANGES = 2_000;
    /** Columns A to XFD. Cells that do not say where they stand are counted. */
    private static final int MAX_CELLS_OF_ROW = 16_384;

    private static final String STRICT = "http://purl.oclc.org/ooxml/";

    private static final XMLInputFactory PARSERS = parsers();

    private final SheetLayouts layouts;
    private final NameBound names = new NameBound();
    private long sharedStrings;
    private long highestSharedString = -1;
    private int formulaRanges;

    /** @param layouts told of what is hidden and joined */
    XmlGuard(SheetLayouts layouts) {
        this.layouts = layouts;
    }

    /** A part that is no XML, or broken, is passed over: the reader would stop at the same place. */
    void inspect(BoundedStream part) {
        try {
            new Part((XMLStreamReader2) PARSERS.createXMLStreamReader(part)).inspect(part);
        } catch (XMLStreamException | RuntimeException e) {
            if (e instanceof RosterFileRefused refused) {
                throw refused;
            }
        }
    }

    /** After all parts. */
    void finish() {
        if (highestSharedString >= Math.max(sharedStrings, 1)) {
            throw new RosterFileRefused(Reason.BROKEN);
        }
    }

    private final class Part {

        private final XMLStreamReader2 xml;
        private final LocationInfo place;
        private boolean inIndex;
        private long index;
        private boolean sharedCell;
        private boolean textInCell;
        private boolean rows;
        private int cellsOfRow;
        private int depth;
        private long lastTag;

        Part(XMLStreamReader2 xml) {
            this.xml = xml;
            this.place = xml.getLocationInfo();
        }

        void inspect(BoundedStream part) throws XMLStreamException {
            while (xml.hasNext()) {
                int event = xml.next();
                part.parsed();
                // Of bytes, or of characters where each is two; the parser knows one of both
                long at = Math.max(place.getStartingByteOffset(), place.getStartingCharOffset());
                if (at - lastTag > MAX_TEXT) {
                    throw new RosterFileRefused(Reason.TOO_LARGE);
                }
                switch (event) {
                    case XMLStreamConstants.START_ELEMENT -> start(at);
                    case XMLStreamConstants.END_ELEMENT -> end(at);
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> characters();
                    case XMLStreamConstants.PROCESSING_INSTRUCTION -> names.instruction(xml);
                    case XMLStreamConstants.DTD -> throw new RosterFileRefused(Reason.BROKEN);
                    default -> {}
                }
            }
        }

        private void start(long at) {
            lastTag = at;
            if (++depth > MAX_DEPTH) {
                throw new RosterFileRefused(Reason.BROKEN);
            }
            String name = xml.getLocalName();
            if (!name.equals("c")) {
                names.tag(xml);
            }
            switch (name) {
                case "workbook" -> workbook();
                case "row" -> row();
                case "c" -> cell();
                case "v" -> inIndex = sharedCell;
                case "si" -> {
                    sharedStrings++;
                    textInCell = false;
                }
                case "is" -> textInCell = true;
                case "rPh" -> phonetic();
                case "f" -> formula();
                case "col" -> layouts.columns(xml);
                case "mergeCell" -> layouts.merge(xml);
                case "Relationship" -> layouts.relation(xml);
                case "t", "r" -> {}
                default -> names.element(xml);
            }
        }

        /** The form that the standard calls strict has other names for everything. */
        private void workbook() {
            if (String.valueOf(xml.getNamespaceURI()).startsWith(STRICT)) {
                throw new RosterFileRefused(Reason.UNSUPPORTED, "format.strict");
            }
        }

        private void row() {
            rows = true;
            cellsOfRow = 0;
        }

        private void cell() {
            if (rows && ++cellsOfRow > MAX_CELLS_OF_ROW) {
                throw new RosterFileRefused(Reason.BROKEN);
            }
            String address = null;
            String type = null;
            names.prefixes(xml);
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                String name = xml.getAttributePrefix(i).isEmpty() ? xml.getAttributeLocalName(i) : "";
                switch (name) {
                    case "r" -> address = xml.getAttributeValue(i);
                    case "t" -> type = xml.getAttributeValue(i);
                    case "s" -> {}
                    default -> names.attribute(xml, i);
                }
            }
            if (address != null && (address.length() > MAX_ADDRESS || !isInSheet(address))) {
                throw new RosterFileRefused(Reason.BROKEN);
            }
            if ("d".equals(type)) {
                throw new RosterFileRefused(Reason.UNSUPPORTED, "format.strict");
            }
            sharedCell = "s".equals(type);
            index = 0;
        }

        /** The reader leaves the pronunciation out of shared texts only: elsewhere it would become part of a name. */
        private void phonetic() {
            if (textInCell) {
                throw new RosterFileRefused(Reason.UNSUPPORTED, "format.phonetic");
            }
        }

        /** The reader looks every cell up in every range of an array formula. */
        private void formula() {
            if (xml.getAttributeValue(null, "ref") != null && ++formulaRanges > MAX_FORMULA_RANGES) {
                throw new RosterFileRefused(Reason.TOO_LARGE);
            }
        }

        /** Texts are passed over undecoded, but for the places of shared ones. */
        private void characters() {
            if (inIndex) {
                addToIndex(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            }
        }

        private void addToIndex(char[] characters, int start, int length) {
            for (int i = start; i < start + length && index <= Integer.MAX_VALUE; i++) {
                int digit = Character.digit(characters[i], 10);
                index = digit < 0 ? index : index * 10 + digit;
            }
        }

        private void end(long at) {
            lastTag = at;
            depth--;
            if (inIndex) {
                inIndex = false;
                highestSharedString = Math.max(highestSharedString, index);
            }
        }
    }

    /** At most three letters and seven digits, up to column XFD. */
    private static boolean isInSheet(String address) {
        int letters = 0;
        while (letters < address.length() && isLetter(address.charAt(letters))) {
            letters++;
        }
        boolean far = letters > 3 || letters == 3 && address.substring(0, 3).compareToIgnoreCase("XFD") > 0;
        return !far && address.length() - letters <= 7;
    }

    private static boolean isLetter(char c) {
        return c < 128 ? c >= 'A' && (c <= 'Z' || c >= 'a' && c <= 'z') : Character.isLetter(c);
    }

    private static XMLInputFactory parsers() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
