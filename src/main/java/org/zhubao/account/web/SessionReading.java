package org.zhubao.account.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.convert.converter.Converter;

/**
 * Reads what a session holds. Only classes that belong into a session are made; what cannot be read, as after an
 * upgrade, is taken for missing: its user signs in again.
 */
class SessionReading implements Converter<byte[], Object> {

    private static final Logger log = LoggerFactory.getLogger(SessionReading.class);
    private static final ObjectInputFilter KNOWN = ObjectInputFilter.Config.createFilter(
            "maxdepth=30;maxbytes=1000000;org.zhubao.**;org.springframework.**;java.lang.*;java.util.*;java.util.concurrent.CopyOnWriteArrayList;java.time.*;!*");

    @Override
    public @Nullable Object convert(byte[] stored) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(stored))) {
            in.setObjectInputFilter(KNOWN);
            return in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            log.info(
                    "A session ends because what it holds cannot be read: {}",
                    e.getClass().getName());
            return null;
        }
    }
}
