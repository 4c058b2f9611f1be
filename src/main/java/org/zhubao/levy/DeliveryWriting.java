package org.zhubao.levy;

import java.io.OutputStream;
import org.zhubao.rules.Delivery;

/** Turns lists of delivery into workbooks. Lines are taken one by one. */
public interface DeliveryWriting {

    /** The list that a department declares to the tax bureau, or that is cleared after the collection. */
    void write(String title, Delivery delivery, Iterable<DeliveryLists.Line> lines, OutputStream out);

    /** The list of transfers that goes to the bank, with whole account numbers. */
    void write(String title, Iterable<Transfer> transfers, OutputStream out);
}
