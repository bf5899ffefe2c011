using Akka.Actor;
using LanChat.Protocol;

namespace LanChat.Client.Sessions;

/// <summary>
/// Props of a <see cref="SessionActor"/> in that room, by that nickname, for that owner.
/// </summary>
internal delegate Props SessionFactory(RoomAddress room, Nick nick, IActorRef owner);
