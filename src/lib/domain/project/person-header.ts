/**
 * In which header a request can say whose work it brings. What a page sends later, as when the connection is back, must
 * not be stored under the name of who signed in meanwhile.
 */
export const personHeader = 'x-wijkstem-user';
