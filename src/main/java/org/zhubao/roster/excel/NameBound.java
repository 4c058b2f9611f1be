package org.zhubao.roster.excel;

import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.zhubao.roster.RosterFileRefused;
import org.zhubao.roster.RosterFileRefused.Reason;

/**
 * How many different names the XML of one workbook may use. The parser keeps every name it meets, and finds each more slowly
 * the more there are: of a hundred thousand it takes half a minute.
 */
final class NameBound {

    /** All the parts of a large workbook with charts and drawings come to less than a thousand. */
    private static final int MOST = 5_000;

    private final Set<String> names = new HashSet<>();

    /** The name of an element that is none of a sheet's own. */
    void element(XMLStreamReader xml) {
        add(xml.getPrefix(), xml.getLocalName());
    }

    /** The names an element has inside its tag. */
    void tag(XMLStreamReader xml) {
        prefixes(xml);
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attribute(xml, i);
        }
    }

    /** The prefixes an element declares; every name with a prefix is one more name. */
    void prefixes(XMLStreamReader xml) {
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            add("xmlns", String.valueOf(xml.getNamespacePrefix(i)));
        }
    }

    void attribute(XMLStreamReader xml, int position) {
        add(xml.getAttributePrefix(position), xml.getAttributeLocalName(position));
    }

    void instruction(XMLStreamReader xml) {
        add("", xml.getPITarget());
    }

    private void add(String prefix, String name) {
        if (names.add(prefix.isEmpty() ? name : prefix + ":" + name) && names.size() > MOST) {
            throw new RosterFileRefused(Reason.BROKEN);
        }
    }
}
