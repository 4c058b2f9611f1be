package org.zhubao.demo;

import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Says in one line that the demo runs already, before anything else of a second start appears. */
class SecondStart implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final Logger log = LoggerFactory.getLogger(SecondStart.class);

    @SuppressWarnings("unused") // keeps the lock alive
    private static volatile DemoHome home = new DemoHome(Path.of("."));

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        Environment environment = event.getEnvironment();
        if (!environment.acceptsProfiles(Profiles.of("demo"))) {
            return;
        }
        home = new DemoHome(Path.of(environment.getRequiredProperty("zhubao.demo.home")));
        Optional<String> running = home.take("http://localhost:" + environment.getProperty("server.port", "8080"));
        if (running.isPresent()) {
            log.warn("Zhubao is running already: {} – nothing was started.", running.get());
            System.exit(0);
        }
    }
}
