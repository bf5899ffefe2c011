namespace LanChat.Protocol.Dialects;

/// <summary>The features that clients of an encoder understand beyond text.</summary>
[Flags]
public enum Capabilities
{
    /// <summary>Text only.</summary>
    None = 0,

    /// <summary>The clients answer <see cref="RoomEvent.Pinged"/>.</summary>
    Pings = 1,

    /// <summary>The clients upload files over HTTP, each with its own upload token.</summary>
    Uploads = 2,
}
