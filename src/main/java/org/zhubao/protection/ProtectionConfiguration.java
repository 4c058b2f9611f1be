package org.zhubao.protection;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Reads the master key from the file that {@code zhubao.key-file} names; the demo makes its own. */
@Configuration(proxyBeanMethods = false)
class ProtectionConfiguration {

    @Bean
    @Profile("!demo")
    Vault vault(@Value("${zhubao.key-file}") Path keyFile) {
        return new Vault(new MasterKeyFile(keyFile).read());
    }

    @Bean
    @Profile("demo")
    Vault demoVault(@Value("${zhubao.key-file}") Path keyFile) {
        return new Vault(new MasterKeyFile(keyFile).createIfMissing().read());
    }
}
