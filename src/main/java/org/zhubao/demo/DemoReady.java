package org.zhubao.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells whoever started the demo where to look. */
@Component
@Profile("demo")
class DemoReady {

    private static final Logger log = LoggerFactory.getLogger(DemoReady.class);

    private final Environment environment;

    DemoReady(Environment environment) {
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        log.info(
                "Zhubao is ready: http://localhost:{} – the sign-in page lists the users. Stop with Ctrl+C.",
                environment.getProperty("local.server.port"));
    }
}
