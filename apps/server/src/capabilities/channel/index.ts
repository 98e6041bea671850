export { ChannelModule } from './channel.module.js';
export { loadMailServer } from './mail-server.query.js';
export { MailServers, type OpenMailServer } from './mail-servers.js';
