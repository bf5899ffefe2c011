namespace LanChat.Protocol.Dialects;

/// <summary>What the clients of an encoder understand beyond text.</summary>
[Flags]
public enum Capabilities
{
    /// <summary>Nothing more.</summary>
    None = 0,

    /// <summary>They answer <see cref="RoomEvent.Pinged"/>.</summary>
    Pings = 1,

    /// <summary>They upload files over HTTP, with a token of their own.</summary>
    Uploads = 2,
}
