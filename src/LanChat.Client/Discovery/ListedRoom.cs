using LanChat.Protocol;

namespace LanChat.Client.Discovery;

/// <summary>A room that makes itself known. Its number stays the same as long as it is listed, so that it can be chosen by it.</summary>
internal sealed record ListedRoom(int Number, RoomName Name, PeerAddress Address);
