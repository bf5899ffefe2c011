using System.Net;
using LanChat.Protocol.Dialects;

namespace LanChat.Server.Sockets;

/// <summary>Where a dialect is listened for.</summary>
internal sealed record DialectEndpoint(IDialect Dialect, IPEndPoint EndPoint);
