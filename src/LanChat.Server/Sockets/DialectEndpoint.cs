using System.Net;
using LanChat.Protocol.Dialects;

namespace LanChat.Server.Sockets;

/// <summary>The endpoint of a dialect's listener.</summary>
internal sealed record DialectEndpoint(IDialect Dialect, IPEndPoint EndPoint);
