namespace LanChat.Protocol.Dialects.Native;

/// <summary>
/// Who writes to a client of the native dialect, in each of its three modes; to a rich one, in each
/// version.
/// </summary>
internal sealed record Flavour(IEncoder Raw, IEncoder Line, IEncoder Rich, IEncoder Rich2);
