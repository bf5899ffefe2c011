namespace LanChat.Protocol.Dialects.Native;

/// <summary>
/// The encoders of the native dialect's three modes; for rich clients, one per protocol version.
/// </summary>
internal sealed record NativeEncoders(IEncoder Raw, IEncoder Line, IEncoder Rich, IEncoder Rich2);
