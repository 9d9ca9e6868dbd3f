@ApplicationModule
package planted.silent.open;

import org.springframework.modulith.ApplicationModule;
