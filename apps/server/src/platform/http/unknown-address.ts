import { type ArgumentsHost, Catch, type ExceptionFilter, NotFoundException } from '@nestjs/common';
import type { Request, Response } from 'express';

/** An address that is neither a route nor a page of the app answers a JSON 404 in the contract's shape. */
@Catch(NotFoundException)
export class UnknownAddress implements ExceptionFilter {
  catch(_exception: NotFoundException, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const { method, path } = http.getRequest<Request>();
    const message = `There is no ${method} ${path}.`;
    http.getResponse<Response>().status(404).json({ defined: false, code: 'NOT_FOUND', status: 404, message });
  }
}
