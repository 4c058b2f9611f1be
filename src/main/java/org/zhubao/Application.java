package org.zhubao;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.zhubao.keys.RotateKey;

/** 助保 Zhubao: from the departments' rosters to the settlement sheet. */
@SpringBootApplication
public class Application {

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(RotateKey.COMMAND)) {
            RotateKey.main(args);
        } else {
            SpringApplication.run(Application.class, args);
        }
    }

    /** The office's clock; every module takes the time from it, so that a season can be replayed. */
    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Shanghai"));
    }
}
